import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-commitment': {
    status: 422,
    message: '「{item}」没有实行告知承诺',
    next: '请按材料清单受理，或一次性告知补正',
  },
  'cases.excluded': {
    status: 422,
    message: '属于不适用告知承诺的情形：{exclusions}',
    next: '请按材料清单受理',
  },
  'cases.nothing-promised': {
    status: 422,
    message: '可以承诺免交的材料都已交齐',
    next: '请直接受理',
  },
  'cases.commitment-unsigned': {
    status: 422,
    message: '窗口没有见到申请人签署，申请人也没有在网上选择告知承诺',
    next: '请按一般程序办理；申请人愿意承诺的，请其签署纸质承诺书，把扫描件传到本件后填写文件名',
  },
  'cases.put-right-runs': {
    status: 422,
    message: '已告知申请人在{until}以前整改，整改期限还没有过',
    next: '请等整改期限届满；已经整改的，登记「整改到位」',
  },
  'cases.promise-same-person': {
    status: 422,
    message: '撤销决定与承诺核查不能由同一人作出',
    next: '请由本部门的另一位首席代表或负责人复核后作出',
  },
});
