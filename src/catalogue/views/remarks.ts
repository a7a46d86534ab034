import { Type } from 'typebox';
import { readRow, selectRows } from '#lib/action/engine/row-json.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { item, type Item } from '../item/item.ts';
import { lintItem, RULES, type Remark } from '../lint/lint.ts';
import { digitsFor, typeDigits } from '../settings.ts';

/** The remarks of a whole catalogue, counted by rule, and the items that have them. */
interface Checked {
  readonly number: string;
  readonly name: string;
  readonly remarks: readonly Remark[];
}
const MOST = 500;

/** 目录检查 — what is wrong or doubtful in the items of one place's catalogue, by rule and item by item. */
export const remarksView = view({
  name: 'catalogue.remarks',
  title: '目录检查',
  path: '/items/remarks',
  may: item.see,
  query: Type.Object({
    place: Type.Optional(Type.String({ title: '目录所属区划', maxLength: 12 })),
    rule: Type.Optional(Type.String({ title: '规则', enum: Object.keys(RULES) })),
    after: Type.Optional(Type.String({ title: '上一页最后一条的编码', maxLength: 100 })),
  }),
  read: async ({ query, app }) => {
    const records = await app.query(
      selectRows(
        item,
        `where r.state <> 'cancelled' and ($1::text is null or r.place = $1) order by r.number`,
      ),
      [query.place ?? null],
    );
    const digits = settingOf(app, typeDigits) as never;
    const checked: Checked[] = records.map((record) => {
      const { number, name, elements } = readRow(item, record) as Item;
      return { number, name, remarks: lintItem(elements, digitsFor(digits, elements.basicCode)) };
    });
    const counted = Map.groupBy(
      checked.flatMap(({ remarks }) => remarks),
      ({ rule }) => rule,
    );
    const wanted = checked
      .map((each) => ({
        ...each,
        remarks: each.remarks.filter(({ rule }) => query.rule === undefined || rule === query.rule),
      }))
      .filter(
        ({ number, remarks }) => remarks.length > 0 && (query.after === undefined || number > query.after),
      );
    const items = wanted.slice(0, MOST);
    return {
      items,
      next: wanted.length > MOST ? items.at(-1)!.number : null,
      checked: checked.length,
      withFaults: checked.filter(({ remarks }) => remarks.some(({ severity }) => severity === 'fault'))
        .length,
      rules: [...counted].map(([rule, found]) => ({ rule, title: RULES[rule], count: found.length })),
    };
  },
});
