interface Place {
  readonly title: string;
  readonly to: string;
}
interface DeskOf extends Place {
  readonly role: string;
}
/** The desks of the hotline, each for those who work at it. */
const DESKS: readonly DeskOf[] = [
  { role: 'hotline.agent', title: '话务台', to: '/hotline/desk' },
  { role: 'hotline.dispatcher', title: '派单台', to: '/hotline/dispatch' },
  { role: 'hotline.handler', title: '承办箱', to: '/hotline/inbox' },
  { role: 'hotline.caller-back', title: '回访台', to: '/hotline/call-backs' },
  { role: 'hotline.supervisor', title: '督办台', to: '/hotline/supervision' },
  { role: 'hotline.gateway', title: '市平台对接台', to: '/hotline/city' },
];
export const desksOf = (roles: ReadonlySet<string>): readonly Place[] =>
  DESKS.filter(({ role }) => roles.has(role)).map(({ title, to }) => ({ title, to }));

/** Where a person of the hotline comes from and goes back to. */
export const homeOf = (roles: ReadonlySet<string>): Place =>
  desksOf(roles).at(-1) ?? { title: '工单', to: '/records/work-orders' };

/** Whether somebody works with the hotline at all; others are not shown its topics and rulings. */
export const isOfHotline = (roles: ReadonlySet<string>): boolean =>
  [...roles].some((role) => role.startsWith('hotline.'));

/** Records of the hotline, which stand below its desks in the menu. */
export const HOTLINE_NOUNS: ReadonlySet<string> = new Set([
  'work-order',
  'assistance',
  'hotline-topic',
  'protected-caller',
  'call',
  'knowledge-entry',
  'knowledge-gap',
  'precedent',
  'promise',
  'supervision',
  'relay',
  'call-back-draw',
]);
