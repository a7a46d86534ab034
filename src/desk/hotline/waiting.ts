import {
  callBackLists,
  cityBoard,
  dispatchBoard,
  inbox,
  supervisionBoard,
  type BoardList,
} from './boards.ts';

interface Waiting {
  readonly desk: string;
  readonly title: string;
  readonly count: number;
  readonly to: string;
  readonly isAlarming: boolean;
}
interface Desk {
  readonly role: string;
  readonly title: string;
  readonly to: string;
  readonly lists: readonly BoardList[];
}
/** Finished with as far as this desk goes: of interest, but no work. */
const NO_WORK: ReadonlySet<string> = new Set(['answered', 'closed-lately', 'confidential', 'submitted']);
const DESKS: readonly Desk[] = [
  { role: 'hotline.dispatcher', to: '/hotline/dispatch', ...dispatchBoard },
  { role: 'hotline.handler', to: '/hotline/inbox', ...inbox },
  { role: 'hotline.caller-back', to: '/hotline/call-backs', title: '回访台', lists: callBackLists },
  { role: 'hotline.supervisor', to: '/hotline/supervision', ...supervisionBoard },
  { role: 'hotline.gateway', to: '/hotline/city', ...cityBoard },
];

/** What waits at the desks of these roles, each list that has something. */
export const waitingAt = (
  roles: ReadonlySet<string>,
  counts: Readonly<Record<string, number>>,
): readonly Waiting[] =>
  DESKS.filter(({ role }) => roles.has(role)).flatMap((desk) =>
    desk.lists
      .filter(({ name }) => !NO_WORK.has(name) && (counts[name] ?? 0) > 0)
      .map(({ name, title, isAlarming = false }) => ({
        desk: desk.title,
        title,
        count: counts[name]!,
        to: `${desk.to}?list=${name}`,
        isAlarming,
      })),
  );
