import { Type } from 'typebox';
import { toDecimal } from '#lib/fraction.ts';
import { view } from '#lib/view.ts';
import { item } from '../item/item.ts';
import { RATES, ratesOf, standing, type RateName } from '../rates/rates.ts';
import { itemsOf, MOST } from './items-of.ts';

/** 目录指标 — the computed numbers of one place's catalogue as it stands, each with the list behind it. */
export const ratesView = view({
  name: 'catalogue.rates',
  title: '目录指标',
  path: '/items/rates',
  may: item.see,
  query: Type.Object({
    place: Type.String({ title: '目录所属区划', pattern: '^[0-9]{2,12}$', wrong: '应为行政区划代码' }),
    rate: Type.Optional(Type.String({ title: '打开哪一项的清单', enum: Object.keys(RATES) })),
    part: Type.Optional(Type.String({ title: '分子或分母', enum: ['numerator', 'denominator'] })),
    after: Type.Optional(Type.String({ title: '上一页最后一条的编码', maxLength: 100 })),
  }),
  read: async ({ query, app }) => {
    const items = await itemsOf(app, query.place);
    const rates = ratesOf(items).map(({ value, ...rest }) => ({
      ...rest,
      value: value === null ? null : toDecimal(value, 2),
    }));
    if (query.rate === undefined) return { rates };
    const name = query.rate as RateName;
    const wanted = query.part === 'denominator' ? ['counts', 'asked'] : ['counts'];
    const list = items.filter(
      (each) =>
        wanted.includes(standing(name, each) ?? '') &&
        (query.after === undefined || each.number > query.after),
    );
    const page = list.slice(0, MOST);
    return {
      rates,
      items: page.map(({ number, name: title, body, state, kind, legalDays, promisedDays, visits }) => ({
        number,
        name: title,
        body,
        state,
        kind,
        legalDays,
        promisedDays,
        visits,
      })),
      next: list.length > MOST ? page.at(-1)!.number : null,
    };
  },
});
