import type { App } from '#lib/app.ts';
import type { Instant } from '#lib/time.ts';
import { masked } from '#lib/covering/masking.ts';
import { recordedCaller } from '../covering/recorded-caller.ts';
import { expectedOn, standingOf, type Standing } from './standing.ts';
import { getLetter, type Letter } from './views/followed.ts';

/** What the writer of a merged letter may know of the order it is answered with: the answer, not who else asked. */
export interface Joint {
  readonly number: string;
  readonly standing: Standing;
  /** With everything hidden that tells of a person; null until it is answered, and of a confidential order. */
  readonly reply: string | null;
  readonly repliedAt: Instant | null;
  /** Whether its answer is kept back because the other asked for confidence. */
  readonly isKept: boolean;
}

/** The order at the end of the way: what a letter went into may itself have gone into another since. */
async function lastOf(app: Pick<App, 'db'>, letter: Letter): Promise<Letter> {
  let last = letter;
  while (last.state === 'merged' && last.mergedInto !== null) last = await getLetter(app.db, last.mergedInto);
  return last;
}

/** The order that a merged letter is answered with, as its writer may see it; null for one that was not merged. */
export async function jointOf(
  app: Pick<App, 'db' | 'query' | 'suite' | 'now' | 'held'>,
  letter: Letter,
): Promise<Joint | null> {
  if (letter.state !== 'merged' || letter.mergedInto === null) return null;
  const last = await lastOf(app, letter);
  const standing = standingOf(last, app.now(), expectedOn(app, last));
  const isKept = last.isConfidential === true;
  const said = standing.word === '已答复' && !isKept ? last.reply : null;
  const reply = said === null ? null : masked(said, await recordedCaller(app, last.id)).text;
  return { number: last.number, standing, reply, repliedAt: last.repliedAt, isKept };
}

/** What is said to who did not take it back themselves: theirs is taken up again within a moment. */
const TAKEN_BACK = '该件已由写信人撤回，您的诉求即将恢复单独办理';

/** Where it stands, in the words for the other writer. */
export function jointNote({ number, standing: { word, note } }: Joint): string {
  const how = word === '已撤回' ? TAKEN_BACK : word === '已答复' ? '该件已经答复' : `该件${word}：${note}`;
  return `与 ${number} 合并办理。${how}`;
}
