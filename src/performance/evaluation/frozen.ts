import { canonical, sha256 } from '#lib/action/engine/canonical.ts';
import type { Form } from '../assess/assess.ts';
import { assess } from '../assess/assess.ts';
import type { Content } from './evaluation.ts';
import type { Frozen } from './parts.ts';

const KEYS = [
  'organisationName',
  'year',
  'units',
  'figures',
  'restatements',
  'goals',
  'narrative',
  'sheet',
  'confirmed',
  'settings',
  'evaluators',
  'claimedGrade',
  'claimedTotal',
  'statedOn',
] as const satisfies readonly (keyof Content)[];

/** Only what is scored and printed, out of a whole row. */
export const contentOf = (row: Content): Content =>
  Object.fromEntries(KEYS.map((key) => [key, row[key]])) as unknown as Content;

/** Digest of everything a signature answers for: figures with numerators and denominators, sheet, rules, settings. */
export const contentDigest = (content: Content, form: Form): string =>
  sha256(canonical({ content: contentOf(content), rows: form.rows, groups: form.groups }));

/** What a signature freezes. The ledger's number of the signature is known only afterwards (`note-seal`). */
export function freeze(content: Content, form: Form, signed: Pick<Frozen, 'at' | 'by'>): Frozen<Content> {
  const { score } = assess(content, form);
  const { low, high } = score.range;
  return {
    ...signed,
    digest: contentDigest(content, form),
    content: contentOf(content),
    seq: null,
    score: { claimed: score.claimed, recomputed: score.recomputed, low, high },
  };
}
