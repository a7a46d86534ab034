import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const days = (title: string, maximum: number, minimum = 1) => Type.Integer({ title, minimum, maximum });
const CaseRules = Type.Object({
  tellWithinDays: days('一次性告知时限（工作日）', 20),
  checkWithinDays: days('部门收件核验时限（工作日）', 20),
  correctWithinDays: days('补正时限（工作日）', 90),
  licenceDays: days('许可事项未写明时的法定时限（工作日）', 60),
  licenceExtensionDays: days('许可事项延期最长（工作日）', 60),
  jointDays: days('统一或联合办理的法定时限（工作日）', 120),
  jointExtensionDays: days('统一或联合办理延期最长（工作日）', 60),
  otherExtensionDays: days('其他事项延期最长（工作日）', 60),
  issueWithinDays: days('制证送达时限（工作日）', 60),
  branchDays: days('审批分支未写明时的时限（工作日）', 60),
  promisedCheckDays: days('承诺核查未写明时的时限（工作日）', 250),
  surveyStopsPromise: Type.Boolean({ title: '现场勘查期间承诺时限中止' }),
  yellowDays: days('剩余多少工作日亮黄灯', 10),
});
export type CaseRules = Static<typeof CaseRules>;

/**
 * 办件规则 — the numbers a case is held to. Shipped with those of 行政许可法 (2019) articles 32, 42 and 44; what the law
 * leaves open is an example that a place makes its own.
 */
export const caseRules = setting({
  name: 'cases.rules',
  title: '办件规则',
  about: '告知、补正、法定时限、延期、制证和亮灯的天数；前几项出自行政许可法，其余为示例，请按本地规定填写',
  schema: CaseRules,
  initial: {
    tellWithinDays: 5,
    checkWithinDays: 2,
    correctWithinDays: 15,
    licenceDays: 20,
    licenceExtensionDays: 10,
    jointDays: 45,
    jointExtensionDays: 15,
    otherExtensionDays: 10,
    issueWithinDays: 10,
    branchDays: 5,
    promisedCheckDays: 40,
    surveyStopsPromise: true,
    yellowDays: 1,
  },
});
