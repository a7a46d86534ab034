/** Digits that stand together, however they are written: 139-0730 9999, １３９…, 一三九…. */
export interface DigitRun {
  /** `13907309999` */
  readonly digits: string;
  /** Where in the text each of them stands. */
  readonly places: readonly number[];
}

/** How each digit is written; the whole of a class is what a text may hold for it. */
export const WRITTEN = [
  '0０零〇',
  '1１一幺壹',
  '2２二两贰',
  '3３三叁',
  '4４四肆',
  '5５五伍',
  '6６六陆',
  '7７七柒',
  '8８八捌',
  '9９九玖',
] as const;
const VALUES: ReadonlyMap<string, string> = new Map(
  WRITTEN.flatMap((signs, digit) => [...signs].map((sign) => [sign, String(digit)] as const)),
);
const DIGIT = `[${WRITTEN.join('')}]`;
/** What people put between the digits of one number. A comma ends it: it parts two numbers. */
const RUN = new RegExp(`${DIGIT}(?:[\\s()（）.·_—–－-]{0,2}${DIGIT})*`, 'g');

export const digitRuns = (text: string): readonly DigitRun[] =>
  [...text.matchAll(RUN)].map((match) => {
    const signs = [...match[0]].map((sign, n) => ({ digit: VALUES.get(sign), at: match.index + n }));
    const told = signs.filter(({ digit }) => digit !== undefined);
    return { digits: told.map(({ digit }) => digit).join(''), places: told.map(({ at }) => at) };
  });
