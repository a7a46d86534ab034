import type { Pause } from '#calendar/index.ts';
import { SERVICES, utilityPromises, type Service } from '#cases/index.ts';
import { dayOf, instantOf, yearOf } from '#lib/time.ts';
import type { Step } from '../../run/thread.ts';
import type { Accepted } from '../accepted.ts';
import { between, dueAfter, HOUR, MINUTE, type Writing } from '../script.ts';
import { firmsOf } from './firms.ts';
import sayings from './sayings.json' with { type: 'json' };

/** One firm that was asked, and until when it has promised. */
interface Asked {
  readonly firm: string;
  readonly service: Service;
  readonly days: number;
}
/** 承诺时限 of each kind of firm, in working days, as the setting is shipped. */
const PROMISES = utilityPromises.initial;
const OFTEN = { asked: 0.75, unfit: 0.03, waits: 0.18 } as const;

/** 转公用企业 — one application to several firms, each with its own promise from that moment. */
export function asked(writing: Writing, { clerk, at }: Accepted): readonly Asked[] {
  const { matter, plan, by, add } = writing;
  const firms = matter.group === 'utilities' ? firmsOf(plan.ground.tree) : [];
  if (firms.length === 0) return [];
  const wanted = firms.filter(({ service }, n) => n === 0 || service === 'power' || by.happens(OFTEN.asked));
  const services = wanted.map(({ id, service }): Asked => ({ firm: id, service, days: PROMISES[service] }));
  add(Math.max(at!, writing.last()) + by.between(3, 25) * MINUTE, 'case-file.ask-utilities', clerk, {
    services: services.map((each) => ({ ...each, wish: by.pick(sayings.wishes) })),
  });
  return services;
}

/** What a firm looks for when it goes along on the survey of the application. */
export const conditionOf = ({ service }: Asked): string => `${SERVICES[service]}接入条件`;

/** What one firm does, after the one survey: mostly within its promise. */
function answered(writing: Writing, { firm, days }: Asked, [from, to, since]: Span): readonly Step[] {
  const { staff, by } = writing;
  const act = (at: number, verb: string, input: Step['input'] = {}): Step => ({
    at,
    action: `utility-connection.${verb}`,
    by: staff.utility(firm),
    input,
    which: firm,
  });
  const due = dueAfter(writing, { at: since, limit: { amount: days, unit: 'working-day' } });
  const end = due > from + HOUR ? Math.min(due, to) : to;
  const at = (share: number): number => between(writing, [from, end], share);
  const first = by.between(0.05, 0.4);
  if (by.happens(OFTEN.unfit))
    return [act(at(first), 'answer', { fit: 'unfit', text: by.pick(sayings.unfit) })];
  const answer = act(at(first), 'answer', { fit: 'fit', text: by.pick(sayings.plans) });
  const waits = by.happens(OFTEN.waits)
    ? [
        act(at(first + 0.1), 'wait', { reason: by.pick(sayings.waits) }),
        act(at(first + 0.3), 'go-on', { note: by.pick(sayings.goesOn) }),
      ]
    : [];
  return [answer, ...waits, act(at(by.between(first + 0.35, 0.97)), 'complete')];
}
/** From when to when, and since when the firms were asked. */
type Span = readonly [from: number, to: number, since: number];

/** Every firm by itself, none waiting for another. */
export function connected(writing: Writing, all: readonly Asked[], span: Span): void {
  const steps = all.flatMap((each) => answered(writing, each, span));
  for (const step of steps.toSorted((a, b) => a.at - b.at)) writing.tell(step);
}

interface Said extends Asked {
  readonly since: number;
}
/** Of the firms of one case: how many connected within the year, and how many of them as they had promised. */
export function countConnected(writing: Writing): { readonly done: number; readonly kept: number } {
  const { plan, steps } = writing;
  const said = steps.flatMap(({ action, at, input }) =>
    action === 'case-file.ask-utilities'
      ? ((input as { services: readonly Asked[] }).services.map((each) => ({
          ...each,
          since: at,
        })) as readonly Said[])
      : [],
  );
  const of = (firm: string, verb: string): Step | undefined =>
    steps.find(({ action, which }) => which === firm && action === `utility-connection.${verb}`);
  const pauseOf = (firm: string): readonly Pause[] => {
    const [from, to] = [of(firm, 'wait'), of(firm, 'go-on')];
    return from && to ? [{ from: instantOf(from.at), to: instantOf(to.at), reason: '' }] : [];
  };
  const ended = said.flatMap(({ firm, days, since }) => {
    const end = of(firm, 'complete');
    if (!end || yearOf(dayOf(instantOf(end.at))) !== plan.year) return [];
    const limit = { amount: days, unit: 'working-day' } as const;
    return [end.at <= dueAfter(writing, { at: since, limit, pauses: pauseOf(firm) })];
  });
  return { done: ended.length, kept: ended.filter(Boolean).length };
}
