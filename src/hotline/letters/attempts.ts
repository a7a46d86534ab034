import type { App } from '#lib/app.ts';
import { FOLLOWING, tidyAttempts as tidy, trying as tryAt, type Bounds, type Kept } from '#lib/attempts.ts';
import { refuse } from '#lib/refusal.ts';

export { FOLLOWING };
/** Letters of one address; each try counts, also one refused for a missing field. */
export const WRITING: Bounds = { subject: [], address: [{ most: 40, minutes: 60 }] };

interface Trying {
  readonly kind: 'follow' | 'write';
  /** What is tried: the number of a letter. */
  readonly subject: string;
  readonly address: string;
}
const LETTERS: Kept = {
  table: 'letter_attempt',
  refuse: (wait) => refuse('hotline.letter-too-many', wait),
};

/** Notes a try and refuses when there were too many; what it returns is called when it succeeded. */
export const trying = (
  app: Pick<App, 'query' | 'suite' | 'now'>,
  given: Trying,
): Promise<() => Promise<void>> =>
  tryAt(app, LETTERS, { ...given, bounds: given.kind === 'follow' ? FOLLOWING : WRITING });

export const tidyAttempts = tidy('hotline.letter-attempts', LETTERS);
