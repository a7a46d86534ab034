interface Place {
  readonly title: string;
  readonly to: string;
}
interface DeskOf extends Place {
  readonly roles: readonly string[];
}
/** The desks of the cases, each for those who work at it. */
const DESKS: readonly DeskOf[] = [{ roles: ['cases.clerk'], title: '收件', to: '/cases/new' }];
export const caseDesksOf = (roles: ReadonlySet<string>): readonly Place[] =>
  DESKS.filter((desk) => desk.roles.some((role) => roles.has(role))).map(({ title, to }) => ({ title, to }));

export const isOfCases = (roles: ReadonlySet<string>): boolean =>
  [...roles].some((role) => role.startsWith('cases.'));

/** Records of the cases, which stand below their desks in the menu. */
export const CASE_NOUNS: ReadonlySet<string> = new Set([
  'case-file',
  'case-branch',
  'special-procedure',
  'decision-correction',
  'case-objection',
]);
