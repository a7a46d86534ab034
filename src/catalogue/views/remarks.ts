import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { item } from '../item/item.ts';
import { lintAmong } from '../lint/among.ts';
import { groupedFindings } from '../lint/grouped.ts';
import { lintItem, RULES, type Remark } from '../lint/lint.ts';
import { digitsFor, typeDigits } from '../settings.ts';
import { itemsOf, MOST } from './items-of.ts';

/** The remarks of a whole catalogue, counted by rule, and the items that have them. */
interface Checked {
  readonly number: string;
  readonly name: string;
  readonly remarks: readonly Remark[];
}

const MOST_GROUPS = 200;

/**
 * 目录检查 — what is wrong or doubtful in the items of one place's catalogue, by rule and item by item; `groups` says what
 * several items share once, with their number: `[{ rule, severity, field, message, title, count }]`.
 */
export const remarksView = view({
  name: 'catalogue.remarks',
  title: '目录检查',
  path: '/items/remarks',
  may: item.see,
  query: Type.Object({
    place: Type.Optional(Type.String({ title: '目录所属区划', maxLength: 12 })),
    rule: Type.Optional(Type.String({ title: '规则', enum: Object.keys(RULES) })),
    message: Type.Optional(Type.String({ title: '同一问题', minLength: 1, maxLength: 1000 })),
    after: Type.Optional(Type.String({ title: '上一页最后一条的编码', maxLength: 100 })),
  }),
  read: async ({ query, app }) => {
    const digits = settingOf(app, typeDigits);
    const items = await itemsOf(app, query.place ?? null);
    const among = lintAmong(items);
    const checked: Checked[] = items.map(({ number, name, elements }) => ({
      number,
      name,
      remarks: [...lintItem(elements, digitsFor(digits, elements.basicCode)), ...(among.get(number) ?? [])],
    }));
    const counted = Map.groupBy(
      checked.flatMap(({ remarks }) => remarks),
      ({ rule }) => rule,
    );
    const wanted = checked
      .map((each) => ({
        ...each,
        remarks: each.remarks.filter(
          ({ rule, message }) =>
            (query.rule === undefined || rule === query.rule) &&
            (query.message === undefined || message === query.message),
        ),
      }))
      .filter(
        ({ number, remarks }) => remarks.length > 0 && (query.after === undefined || number > query.after),
      );
    const page = wanted.slice(0, MOST);
    return {
      items: page,
      next: wanted.length > MOST ? page.at(-1)!.number : null,
      checked: checked.length,
      withFaults: checked.filter(({ remarks }) => remarks.some(({ severity }) => severity === 'fault'))
        .length,
      groups: groupedFindings(checked).slice(0, MOST_GROUPS),
      rules: [...counted].map(([rule, found]) => ({ rule, title: RULES[rule], count: found.length })),
    };
  },
});
