import type { Noun, Row } from '../noun.ts';
import { permit } from '../permission.ts';
import type { Loader } from './load.ts';
import { planOf } from './plan.ts';
import { answeredBefore, answerText, type Answering } from './answer-text.ts';
import type { Request } from './request.ts';

type Shown = Readonly<Record<string, unknown>>;

/** For who does not see the row any more: what was answered, without words, names or anything rewritten since. */
function bare(noun: Noun, answered: Shown, row: Row | undefined): string {
  const now = row as unknown as Shown | undefined;
  const kept = { ...answered };
  for (const { name, column } of planOf(noun).declared) {
    const isWords = column.keeping !== 'plain';
    const isRewritten = column.sql === 'text' && now?.[name] !== answered[name];
    if (name in kept && (isWords || isRewritten)) kept[name] = null;
  }
  return JSON.stringify({ ...kept, actions: [] });
}

/**
 * The answer to a wish that was granted before. It is the first one as long as the row stands as it did; after that the
 * row as it may be read now, or a repeat would give away what has become confidential since.
 */
export async function repeated(
  kept: string,
  { action, by, now }: Request,
  parts: Answering & { readonly load: Loader },
): Promise<string> {
  const answered = answeredBefore(action.noun, kept) as Shown & {
    readonly id: string;
    readonly version: number;
  };
  const [row] = await parts.load.rows(action.noun, { id: answered.id });
  if (row?.version === answered.version) return JSON.stringify(answered);
  const isSeen = row !== undefined && permit(action.noun.see, by, row, parts.scopes()) === 'allowed';
  return isSeen ? answerText(action.noun, row, { by, now }, parts).sent : bare(action.noun, answered, row);
}
