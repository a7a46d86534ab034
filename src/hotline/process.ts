import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

const count = (title: string, maximum: number, minimum = 1): ReturnType<typeof Type.Integer> =>
  Type.Integer({ title, minimum, maximum });

/** 办理规则 — the numbers the course of an order is held to. */
export const process = setting({
  name: 'hotline.process',
  title: '热线办理规则',
  about: '签收、退单、延期、联系、重办与重复来电的期限和次数',
  schema: Type.Object({
    signWithinHours: count('签收时限（工作小时）', 80),
    returnWithinDays: count('退单时限（工作日）', 30),
    longestExtensionDays: count('每次延期最长（工作日）', 90),
    mostExtensions: count('最多延期次数', 10, 0),
    failedContacts: count('联系不上须登记的次数', 20),
    reopenLimit: count('重办几次后转会商', 10, 0),
    cameBackDays: count('多少日内再次反映算重复来电（自然日）', 365),
    aheadOfCityDays: count('内部期限早于市平台期限（工作日）', 30, 0),
  }),
  initial: {
    signWithinHours: 4,
    returnWithinDays: 2,
    longestExtensionDays: 10,
    mostExtensions: 1,
    failedContacts: 3,
    reopenLimit: 2,
    cameBackDays: 30,
    aheadOfCityDays: 1,
  },
});
