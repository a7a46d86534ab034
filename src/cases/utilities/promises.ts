import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';
import { SERVICES, type Service } from './words.ts';

const daysOf = (service: Service) =>
  Type.Integer({ title: `${SERVICES[service]}（工作日）`, minimum: 1, maximum: 120 });

/** 公用企业承诺时限 — what each kind of firm has promised; an example that a place makes its own. */
export const utilityPromises = setting({
  name: 'cases.utility-promises',
  title: '公用报装承诺时限',
  about: '水、气、电、有线电视、通信各自的承诺时限，自转办起算；为示例，请按本地企业的承诺填写',
  schema: Type.Object({
    water: daysOf('water'),
    gas: daysOf('gas'),
    power: daysOf('power'),
    cable: daysOf('cable'),
    telecom: daysOf('telecom'),
  }),
  initial: { water: 5, gas: 5, power: 8, cable: 3, telecom: 3 },
});
export type UtilityPromises = typeof utilityPromises.initial;
