interface Place {
  readonly title: string;
  readonly to: string;
}
const READERS = [
  ...['agent', 'dispatcher', 'handler', 'caller-back', 'supervisor', 'gateway'].map(
    (role) => `hotline.${role}`,
  ),
  'ledger.auditor',
];

/** The pages made of the hotline's figures, for those who may read them. */
export function figurePagesOf(roles: ReadonlySet<string>): readonly Place[] {
  if (!READERS.some((role) => roles.has(role))) return [];
  return [
    { title: '通报', to: '/hotline/bulletin' },
    ...(roles.has('hotline.supervisor') ? [{ title: '异常线索', to: '/hotline/gaming' }] : []),
    { title: '口径簿', to: '/hotline/definitions' },
  ];
}

/** The bridge is read over the whole district, by those who answer for it; the definitions by everybody. */
export const maySeeBridge = (roles: ReadonlySet<string>): boolean =>
  ['hotline.supervisor', 'hotline.dispatcher', 'ledger.auditor', '*'].some((role) => roles.has(role));
