import { formatChinese, type Instant } from '#lib/time.ts';
import type { Branch } from './branch.ts';

/** One line of what department and window told each other: when, what it came to, the words. Pure. */
export const said = (verdict: string, words: string, at: Instant): string =>
  `${formatChinese(at)} ${verdict}：${words}`;

/** 此前答复人 — with who answered last. Pure. */
export const withAnswerer = ({
  answeredBefore,
  answeredBy,
}: Pick<Branch, 'answeredBefore' | 'answeredBy'>): readonly string[] => [
  ...new Set([...(answeredBefore ?? []), ...(answeredBy === null ? [] : [answeredBy])]),
];
/** 此前意见 — what was said on a branch before, the oldest first; nothing said is ever taken off it. Pure. */
export const withSaid = ({ saidBefore }: Pick<Branch, 'saidBefore'>, ...lines: readonly string[]): string =>
  [...(saidBefore === null ? [] : [saidBefore]), ...lines].join('\n');
