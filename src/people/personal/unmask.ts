import { Type } from 'typebox';
import { action, type Action } from '#lib/action/action.ts';
import type { May, Noun, RowOf } from '#lib/action/noun.ts';

/** The name of the action on every noun that has personal columns. */
export const UNMASK = 'unmask';

/**
 * 查看完整信息 — the action that must stand in the ledger, with its reason, before a masked value is shown in full:
 * `unmasking(workOrder, { 'hotline.supervisor': 'region' })`. The value is then read from
 * `GET /api/personal/{nouns}/{id}/{field}`, by the same person, within two minutes. `refuseHidden` refuses a row that shows
 * nobody, with the way to who knows.
 */
export function unmasking<N extends Noun>(
  of: N,
  may: May<RowOf<N>>,
  refuseHidden: (row: RowOf<N>) => void = () => undefined,
): Action {
  const personal = Object.entries(of.columns).filter(([, column]) => column.keeping === 'personal');
  const fields = personal.map(([name, column]) => Type.Literal(name, { title: column.title }));
  const states = Object.keys(of.states);
  return action(of as Noun, {
    name: UNMASK,
    title: '查看完整信息',
    about: '个人信息保护法第六条：最小必要；理由记入账本',
    may: may as Readonly<Record<string, string>> as May<RowOf<Noun>>,
    from: states,
    to: states,
    input: Type.Object({
      field: Type.Union(fields, { title: '要查看的内容' }),
      reason: Type.String({ title: '理由', minLength: 4, maxLength: 200, mayName: true }),
    }),
    decide: (given) => {
      const row = (given as unknown as Readonly<Record<string, RowOf<N>>>)[of.as]!;
      refuseHidden(row);
      return { state: (row as { readonly state: string }).state };
    },
  });
}
