/** Who looks after windows: the keeper of the register, and the manager of the hall. */
export const MAY = { 'organisations.keeper': 'region', 'organisations.hall-manager': 'region' } as const;
