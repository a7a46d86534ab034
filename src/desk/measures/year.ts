/** The year of an address; this year where none, or none that is one, is said. */
export const yearAsked = (said: unknown, today = new Date()): number =>
  typeof said === 'string' && /^20\d\d$/.test(said) ? Number(said) : today.getFullYear();
