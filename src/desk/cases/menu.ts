interface Place {
  readonly title: string;
  readonly to: string;
}
interface DeskOf extends Place {
  readonly roles: readonly string[];
}
/** The desks of the cases, each for those who work at it. */
const DESKS: readonly DeskOf[] = [
  { roles: ['cases.clerk'], title: '收件', to: '/cases/new' },
  { roles: ['cases.approver', 'cases.decider', 'cases.head'], title: '部门待办', to: '/cases/inbox' },
  { roles: ['cases.utility'], title: '报装待办', to: '/cases/inbox' },
  { roles: ['cases.clerk', 'cases.deliverer'], title: '出件', to: '/cases/delivery' },
  { roles: ['cases.inspector', 'cases.decider'], title: '红黄牌', to: '/cases/board' },
  { roles: ['cases.inspector', 'cases.decider'], title: '办理用时', to: '/cases/took' },
];
export const caseDesksOf = (roles: ReadonlySet<string>): readonly Place[] =>
  DESKS.filter((desk) => desk.roles.some((role) => roles.has(role))).map(({ title, to }) => ({ title, to }));

/** Where a person of the cases comes from and goes back to. */
export const caseHomeOf = (roles: ReadonlySet<string>): Place =>
  caseDesksOf(roles)[0] ?? { title: '办件', to: '/records/cases' };

/** Where somebody begins who works with nothing but cases; null for all others. */
export function caseLanding(roles: ReadonlySet<string>): string | null {
  const isAll = roles.size > 0 && [...roles].every((role) => role.startsWith('cases.'));
  return isAll ? (caseDesksOf(roles)[0]?.to ?? null) : null;
}

export const isOfCases = (roles: ReadonlySet<string>): boolean =>
  [...roles].some((role) => role.startsWith('cases.'));

/** Records of the cases, which stand below their desks in the menu. */
export const CASE_NOUNS: ReadonlySet<string> = new Set([
  'case-file',
  'case-branch',
  'special-procedure',
  'hearing',
  'decision-correction',
  'case-objection',
  'application-bar',
  'survey',
  'survey-unit',
  'handover',
  'bundle',
  'theme',
  'case-draft',
  'project',
  'coordination-meeting',
  'meeting-follow-up',
  'utility-connection',
]);
