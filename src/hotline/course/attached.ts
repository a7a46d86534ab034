import { change, type Write } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import type { RowOf } from '#lib/action/noun.ts';
import { assistance } from '../order/assistance.ts';
import { promise } from './promises/promise.ts';
import { relay } from './relay.ts';
import { supervision } from './supervision/supervision.ts';

type Asked = { readonly row: { readonly id: string } };
const ofOrder = ({ row }: Asked) => ({ orderId: row.id });

/** What hangs on an order: help asked for, notices served, questions to the caller, dates promised. */
export const attached = {
  helpers: rows(assistance, ofOrder),
  notices: rows(supervision, ofOrder),
  relays: rows(relay, ofOrder),
  promises: rows(promise, ofOrder),
};
interface Attached {
  readonly helpers: readonly RowOf<typeof assistance>[];
  readonly notices: readonly RowOf<typeof supervision>[];
  readonly relays: readonly RowOf<typeof relay>[];
  readonly promises: readonly RowOf<typeof promise>[];
}
type Asking = Pick<Attached, 'helpers' | 'notices' | 'relays'>;

/** A notice to the former unit is no fault of the new one; help that becomes the lead is help no more. */
export function handedOver({ helpers, notices, relays }: Asking, unit: string): readonly Write[] {
  const asked = helpers.filter((each) => each.state === 'asked');
  return [
    ...asked.map((each) =>
      each.unit === unit
        ? change(assistance, each, { state: 'released' })
        : change(assistance, each, { lead: unit }),
    ),
    ...notices
      .filter((each) => each.state === 'issued')
      .map((each) => change(supervision, each, { state: 'lifted' })),
    ...relays.filter((each) => each.state === 'asked').map((each) => change(relay, each, { unit })),
  ];
}

/** An order that ends without an answer leaves nobody waiting for what hung on it. */
export const letGo = ({ helpers, notices, relays, promises }: Attached): readonly Write[] => [
  ...helpers
    .filter((each) => each.state === 'asked')
    .map((each) => change(assistance, each, { state: 'released' })),
  ...notices
    .filter((each) => each.state === 'issued')
    .map((each) => change(supervision, each, { state: 'lifted' })),
  ...relays.filter((each) => each.state === 'asked').map((each) => change(relay, each, { state: 'dropped' })),
  ...promises
    .filter((each) => each.state === 'open')
    .map((each) => change(promise, each, { state: 'dropped' })),
];
