import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { item } from '../item/item.ts';
import { itemsOf } from '../views/items-of.ts';
import { powersOf } from './powers.ts';

export const powersQuery = {
  place: Type.String({ title: '目录所属区划', pattern: '^[0-9]{2,12}$', wrong: '应为行政区划代码' }),
  body: Type.Optional(Type.String({ title: '实施主体（不填为全部）', maxLength: 200 })),
};

/** 权责清单 — what each department may do and must do, from its items. Without `body` only the counts. */
export const powersView = view({
  name: 'catalogue.powers',
  title: '权责清单',
  path: '/items/powers',
  may: item.see,
  query: Type.Object(powersQuery),
  read: async ({ query, app }) => {
    const departments = powersOf(await itemsOf(app, query.place));
    const { body } = query;
    return {
      departments: departments.map(({ body: name, organisation, powers }) => ({
        body: name,
        organisation,
        count: powers.length,
      })),
      count: departments.reduce((sum, { powers }) => sum + powers.length, 0),
      items: body === undefined ? [] : (departments.find((each) => each.body === body)?.powers ?? []),
    };
  },
});
