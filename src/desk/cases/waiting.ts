import { firstDue, REQUEST_KINDS, type Due, type Request, type RequestKind } from './requests.ts';

/** One list of work: what it is called, where it is, and how it is counted. */
export interface WaitingLine {
  readonly roles: readonly string[];
  readonly title: string;
  readonly to: string;
  /** What is asked of the server. */
  readonly ask: string;
  readonly isAlarming: boolean;
  /** `12`, or `100+` where the page was full. */
  readonly countIn: (answer: Readonly<Record<string, unknown>>) => string;
  /** The nearest day by which something of it must be done, where the list says it. */
  readonly dueIn?: (answer: Readonly<Record<string, unknown>>) => Due | null;
}
const MOST = 100;
const listed =
  (name = 'items') =>
  (answer: Readonly<Record<string, unknown>>): string => {
    const found = answer[name];
    const count = Array.isArray(found) ? found.length : 0;
    return answer['next'] === null || answer['next'] === undefined ? String(count) : `${count}+`;
  };
const line = (
  roles: readonly string[],
  title: string,
  place: { readonly to: string; readonly ask: string; readonly in?: string; readonly isAlarming?: boolean },
): WaitingLine => ({
  roles,
  title,
  to: place.to,
  ask: place.ask,
  isAlarming: place.isAlarming ?? false,
  countIn: listed(place.in),
});
/** What somebody asked for and this person may settle, a line of each kind with the day by which. */
const SETTLING = ['cases.head', 'cases.decider', 'cases.approver', 'cases.sealer'];
const requestLine = (kind: RequestKind, title: string): WaitingLine => {
  const among = ({ requests }: Readonly<Record<string, unknown>>): readonly Request[] =>
    ((requests ?? []) as readonly Request[]).filter((each) => each.kind === kind);
  return {
    roles: SETTLING,
    title,
    to: `/cases/inbox?kind=${kind}`,
    ask: '/api/cases/mine',
    isAlarming: true,
    countIn: (answer) => String(among(answer).length),
    dueIn: (answer) => firstDue(among(answer)),
  };
};
const connectionsIn = ({ connections }: Readonly<Record<string, unknown>>): readonly Due[] =>
  (connections ?? []) as readonly Due[];
const CLERK = ['cases.clerk'];
const DEPARTMENT = ['cases.approver', 'cases.decider'];
const LINES: readonly WaitingLine[] = [
  line(CLERK, '网上、邮寄来的待收件', {
    to: '/records/cases?state=applied',
    ask: `/api/cases?state=applied&limit=${MOST}`,
  }),
  line(CLERK, '已收件待受理', {
    to: '/records/cases?state=received',
    ask: `/api/cases?state=received&limit=${MOST}`,
  }),
  line(CLERK, '部门退回的分支', {
    to: '/records/case-branches?state=sent-back',
    ask: `/api/case-branches?state=sent-back&limit=${MOST}`,
    isAlarming: true,
  }),
  line(CLERK, '容缺逾期未补', {
    to: '/records/cases?state=accepted',
    ask: `/api/cases/outstanding?overdue=true&limit=${MOST}`,
    isAlarming: true,
  }),
  line([...CLERK, 'cases.decider'], '结果将届满、延续申请期已过', {
    to: '/records/cases?state=completed',
    ask: `/api/cases/ending?light=red&limit=${MOST}`,
  }),
  line([...CLERK, 'cases.decider'], '结果将届满、可提醒申请延续', {
    to: '/records/cases?state=completed',
    ask: `/api/cases/ending?light=yellow&limit=${MOST}`,
  }),
  line(DEPARTMENT, '待本部门答复', { to: '/cases/inbox', ask: '/api/cases/mine', in: 'branches' }),
  line(DEPARTMENT, '本部门待决定', { to: '/cases/inbox', ask: '/api/cases/mine', in: 'cases' }),
  ...Object.entries(REQUEST_KINDS).map(([kind, { todo }]) => requestLine(kind as RequestKind, todo)),
  {
    roles: ['cases.utility'],
    title: '本单位待办的公用报装',
    to: '/cases/inbox',
    ask: '/api/cases/mine',
    isAlarming: false,
    countIn: listed('connections'),
    dueIn: (answer) => firstDue(connectionsIn(answer)),
  },
  line(['cases.sealer'], '准予待制证', {
    to: '/records/cases?state=granted',
    ask: `/api/cases?state=granted&limit=${MOST}`,
  }),
  line(['cases.clerk', 'cases.deliverer'], '待出件', { to: '/cases/delivery', ask: '/api/cases/to-deliver' }),
  line(['cases.inspector'], '超期未决定', {
    to: '/cases/board?light=red',
    ask: `/api/cases?light=red&limit=${MOST}`,
    isAlarming: true,
  }),
];
/** The lists of work of these roles. */
export const waitsFor = (roles: ReadonlySet<string>): readonly WaitingLine[] =>
  LINES.filter((each) => each.roles.some((role) => roles.has(role)));
