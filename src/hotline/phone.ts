/**
 * The number a caller is known by. Telephone systems put `+86`, `0086` or a trunk `0` before a mobile number; people
 * do not: `+86 138-0000-1234`, `013800001234` and `13800001234` are one caller.
 */
export const plainPhone = (said: string): string =>
  said
    .normalize('NFKC')
    .replace(/[^+0-9]/g, '')
    .replace(/^(\+86|0086)/, '')
    .replace(/^0(?=1[3-9][0-9]{9}$)/, '');
