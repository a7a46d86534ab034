/** A code of the statistics bureau is 12 digits with noughts behind; ours stop where the level stops: `511602000000` is 511602. */
export const shortRegionCode = (code: string): string =>
  code.replace(/^(\d{6})(?:000){1,2}$/, '$1').replace(/^(\d{9})000$/, '$1');
