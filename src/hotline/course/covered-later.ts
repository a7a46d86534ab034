import { change, type Write } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import type { RowOf } from '#lib/action/noun.ts';
import type { Cover } from '../covering/cover.ts';
import { assistance } from '../order/assistance.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { attached } from './attached.ts';
import { precedent } from './precedent.ts';
import { promise } from './promises/promise.ts';
import { supervision } from './supervision/supervision.ts';

type Asked = { readonly row: { readonly id: string } };
const { helpers, notices, promises } = attached;

/** What hangs on an order with words in it that a unit reads. */
export const worded = {
  helpers,
  notices,
  promises,
  rulings: rows(precedent, ({ row }: Asked) => ({ orderId: row.id })),
};
interface Worded {
  readonly helpers: readonly RowOf<typeof assistance>[];
  readonly notices: readonly RowOf<typeof supervision>[];
  readonly promises: readonly RowOf<typeof promise>[];
  readonly rulings: readonly RowOf<typeof precedent>[];
}

type Tell = (text: string) => string;
const maybe = (text: string | null, tell: Tell): string | null => (text === null ? null : tell(text));
/** The reason that stands in something, where one stands there. */
const reasoned = <T extends object>(each: T, tell: Tell): T =>
  'reason' in each && typeof each.reason === 'string' ? { ...each, reason: tell(each.reason) } : each;

/** The columns of an order that hold what officers and units said before it was confidential, covered. */
export function coveredColumns(order: WorkOrder, { note, answer }: Cover) {
  const { contacts, callBacks, clock, dueBecause, askedExtension, askedVoid } = order;
  return {
    contacts:
      contacts?.map(({ note: said, ...each }) => ({
        ...each,
        how: note(each.how),
        ...(said === undefined ? {} : { note: note(said) }),
      })) ?? null,
    callBacks: callBacks?.map((each) => reasoned(each, note)) ?? null,
    clock: clock && { ...clock, extensions: clock.extensions.map((each) => reasoned(each, note)) },
    dueBecause: dueBecause?.map((each) => reasoned(each, note)) ?? null,
    askedExtension: askedExtension && reasoned(askedExtension, note),
    askedVoid: askedVoid && reasoned(askedVoid, note),
    returnReason: maybe(order.returnReason, note),
    exclusionEvidence: maybe(order.exclusionEvidence, note),
    statedOutcome: maybe(order.statedOutcome, note),
    reply: maybe(order.reply, answer),
  };
}

/** The changes of what hangs on it; what tells of nobody is left alone. */
export const coveredBelow = (
  { helpers: asked, notices: served, promises: given, rulings }: Worded,
  { note, answer }: Cover,
): readonly Write[] => [
  ...asked.flatMap((row) => {
    const said = { title: note(row.title), request: note(row.request), answer: maybe(row.answer, note) };
    return isSame(row, said) ? [] : [change(assistance, row, said)];
  }),
  ...served.flatMap((row) => {
    const said = { text: note(row.text), answer: maybe(row.answer, note) };
    return isSame(row, said) ? [] : [change(supervision, row, said)];
  }),
  ...given.flatMap((row) => {
    const said = {
      text: answer(row.text),
      postponedBecause: maybe(row.postponedBecause, note),
      evidence: maybe(row.evidence, note),
    };
    return isSame(row, said) ? [] : [change(promise, row, said)];
  }),
  ...rulings.flatMap((row) => {
    const said = { reason: note(row.reason) };
    return isSame(row, said) ? [] : [change(precedent, row, said)];
  }),
];

const isSame = <R extends object>(row: R, said: Partial<R>): boolean =>
  (Object.keys(said) as (keyof R)[]).every((name) => row[name] === said[name]);
