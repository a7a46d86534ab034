import type { Attachment } from '#documents/index.ts';
import { formatAmount } from '#calendar/index.ts';
import type { Course } from '#catalogue/index.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../../file/case-file.ts';
import type { Paper } from '../../file/paper.ts';
import { sheetAmong, sinceNotice } from '../../file/sheet.ts';
import { isUnseen } from '../../words.ts';
import type { TolerancePromise } from '../words.ts';
import './refusals.ts';

/** What would follow were the case accepted so: all that lacks, unless a main paper lacks, too. Pure. */
export function toFollow(papers: readonly Pick<Paper, 'name' | 'isMain' | 'state'>[]): readonly string[] {
  const lacking = papers.filter(({ state }) => state === 'missing');
  return lacking.some(({ isMain }) => isMain) ? [] : lacking.map(({ name }) => name);
}

type Days = Pick<Course, 'toleranceDays' | 'promisedLimit' | 'legalLimit'>;
const stated = (limit: Course['legalLimit']): string =>
  limit === null
    ? ''
    : `（${formatAmount(limit.days, limit.unit === 'working' ? 'working-day' : 'natural-day')}）`;
/** Until when they must come, as it is said before the acceptance, from which it runs: `自受理之日起 5 个工作日内，…`. Pure. */
export function withinWords({ toleranceDays, promisedLimit, legalLimit }: Days): string {
  const limit = `承诺办结期限${stated(promisedLimit ?? legalLimit)}`;
  return toleranceDays === null
    ? `自受理之日起、${limit}届满前`
    : `自受理之日起 ${toleranceDays} 个工作日内，且不晚于${limit}`;
}

interface Signing {
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/** What a signature under these papers is; null where nothing would follow. Pure. */
export function signedFor(papers: readonly Paper[], { by, now }: Signing): TolerancePromise | null {
  const names = toFollow(papers);
  return names.length === 0 ? null : { papers: names, at: now, by: by.id, sheet: null };
}
/** Whether what was signed covers all of these. Pure. */
export const isSignedFor = (
  { tolerancePromise: signed }: Pick<CaseFile, 'tolerancePromise'>,
  names: readonly string[],
): boolean => signed !== null && names.every((name) => signed.papers.includes(name));

interface Believing extends Signing {
  readonly input: { readonly isSigned: boolean; readonly sheet?: string };
  readonly attached: readonly Attachment[];
}
/**
 * The signature on which a case is accepted with these papers to follow. At a counter the clerk sees it given; of an
 * applicant whom no clerk of ours saw (on line, by post, at a terminal, at another place's counter) it was given on line,
 * or its sheet lies with the case.
 */
export function signatureFor(
  mine: CaseFile,
  names: readonly string[],
  { input, attached, by, now }: Believing,
): TolerancePromise | null {
  if (!input.isSigned) refuse('cases.not-signed');
  if (!isUnseen(mine.channel) || isSignedFor(mine, names)) return mine.tolerancePromise;
  if (input.sheet === undefined) refuse('cases.not-signed-online', { names: names.join('、') });
  const purpose = '容缺受理承诺书';
  const sheet = sheetAmong([mine], { attached, name: input.sheet, purpose, ...sinceNotice(mine) });
  return { papers: names, at: now, by: by.id, sheet: sheet.id };
}
