import { getAction, type App } from '#lib/app.ts';
import { held, type Held } from '#lib/action/need.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { eachAtOnce } from '#lib/at-once.ts';
import { Refusal } from '#lib/refusal.ts';
import { dayOf, MS_PER_MINUTE } from '#lib/time.ts';
import { findCited } from '../basis/cites.ts';
import type { Item } from '../item/item.ts';
import { unsettledDelegations } from '../delegations/settle.ts';
import { knownChecks, openNotices, ownItems, readAround } from './around-view.ts';
import { isSettled, settledOf } from './settled.ts';

interface Wish {
  readonly noun: string;
  readonly verb: string;
  readonly id: string | null;
  readonly input: object;
}
/** All of them as the program; what somebody changed meanwhile is looked at again in the next round. */
const performAll = (app: App, wishes: readonly Wish[]): Promise<void> =>
  eachAtOnce(wishes, async ({ noun, verb, id, input }) => {
    try {
      const action = getAction(app, noun, verb);
      await app.engine.perform({
        action,
        id,
        input: input as Readonly<Record<string, unknown>>,
        by: SYSTEM,
        now: app.now(),
        key: null,
        ifMatch: null,
        isSilent: true,
      });
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
  });

/** Items that cite what changed get a check; a check whose item no longer cites it is done. */
async function checkBasis(app: App, items: readonly Item[]): Promise<void> {
  const [notices, checks] = await Promise.all([openNotices(app), knownChecks(app)]);
  const known = new Set(checks.map(({ item, notice }) => `${item} ${notice}`));
  const fresh = notices.flatMap((notice) =>
    items.flatMap(({ id, place, organisation, elements }): readonly Wish[] => {
      const cited = known.has(`${id} ${notice.id}`) ? undefined : findCited(elements, notice);
      if (cited === undefined) return [];
      const input = { notice: notice.id, item: id, place, organisation, cited };
      return [{ noun: 'basis-check', verb: 'open', id: null, input }];
    }),
  );
  const byId = new Map(items.map((each) => [each.id, each]));
  const noticeOf = new Map(notices.map((each) => [each.id, each]));
  const done = checks.filter(({ state, item, notice }) => {
    const [own, about] = [byId.get(item), noticeOf.get(notice)];
    return state === 'open' && about && (!own || findCited(own.elements, about) === undefined);
  });
  await performAll(app, [
    ...fresh,
    ...done.map(({ id }) => ({ noun: 'basis-check', verb: 'revise', id, input: {} })),
  ]);
}

/** Brings what other records say of the own items up to date. Repeating it changes nothing. */
export async function settleItems(app: App): Promise<void> {
  const items = await ownItems(app);
  await checkBasis(app, items);
  const around = await readAround(app);
  const wishes = items.flatMap((each): readonly Wish[] => {
    const input = settledOf(each, around);
    return isSettled(each, input) ? [] : [{ noun: 'item', verb: 'settle', id: each.id, input }];
  });
  await performAll(app, [...wishes, ...(await unsettledDelegations(app, items))]);
}

/** A new one whenever something was written by which items are settled. */
const changes = held<object>({
  name: 'catalogue-changes',
  load: () => Promise.resolve({}),
  reloadOn: [
    'item',
    'approval-section',
    'authority-letter',
    'legal-basis-notice',
    'basis-check',
    'delegation',
    'setting',
    'organisation',
    'region',
  ],
});
export const settlingHeld = changes as unknown as Held<never>;

const settledAt = new WeakMap<object, { readonly after: unknown; readonly on: string }>();
/** Only when something was written since, or the day is another: letters end by date. */
async function settleWhenChanged(app: App): Promise<void> {
  const now = { after: app.held.value(changes), on: dayOf(app.now()) };
  const before = settledAt.get(app.query);
  if (before && before.after === now.after && before.on === now.on) return;
  await settleItems(app);
  settledAt.set(app.query, now);
}

export const settlingLoop = { name: 'catalogue.settle', everyMs: MS_PER_MINUTE, run: settleWhenChanged };
