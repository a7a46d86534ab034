import { measure } from '#lib/measure.ts';
import { branch } from './branch.ts';

const answered = measure(branch, {
  name: 'cases.first-reviews',
  title: '下级初审',
  basis: '当年由下级行政机关完成初审、全部材料转上级决定的审批分支（行政许可法第四十三条），按答复时间',
  on: 'answeredAt',
  by: 'place',
  where: (row) => row('row.isFirstReview', '=', true),
});
const late = measure(branch, {
  name: 'cases.first-reviews-late',
  title: '下级初审逾期',
  basis: '下级初审中答复晚于初审期限的；逾期只记录，不影响后续环节',
  on: 'answeredAt',
  by: 'place',
  where: (row) => row.and([row('row.isFirstReview', '=', true), row('row.isInTime', '=', false)]),
});

export const branchMeasures = [answered, late];
