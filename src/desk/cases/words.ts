import { WINDOW_TYPES } from '#catalogue/words.ts';
import { APPLICANT_KINDS, CHANNELS, DELIVERY_WAYS, STATES } from '#cases/words.ts';
import type { Mark } from '#desk/components/marks.ts';
import type { Choice } from '#desk/hotline/words.ts';

const said =
  (words: Readonly<Record<string, string>>) =>
  (key: string | null | undefined): string =>
    key === null || key === undefined ? '' : (words[key] ?? key);
const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

export const stateSaid = said(STATES);
export const applicantChoices = choicesOf(APPLICANT_KINDS);
export const windowTypeChoices = choicesOf(WINDOW_TYPES);
/** What stands at a counter: online and foreign systems come by themselves. */
export const channelChoices = choicesOf(CHANNELS).filter(({ value }) =>
  ['window', 'on-site', 'post', 'terminal'].includes(value),
);
export const deliveryChoices = choicesOf(DELIVERY_WAYS);

const mark = (sign: Mark['sign'], word: string, tone: Mark['tone']): Mark => ({ sign, word, tone });
export type Light = 'red' | 'yellow' | 'green';
export const lightMarks: Readonly<Record<Light, Mark>> = {
  red: mark('cross', '超期', 'bad'),
  yellow: mark('half', '临期', 'warn'),
  green: mark('check', '正常', 'good'),
};
