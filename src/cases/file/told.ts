import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import { inTime } from '../clocks.ts';
import type { CaseFile } from './case-file.ts';

/** Refuses what comes after the five days of the one notice: from the day of the papers it is accepted (行政许可法 32). */
export function refuseDeemed({ tellByAt }: Pick<CaseFile, 'tellByAt'>, now: Instant): void {
  if (!inTime(now, tellByAt)) refuse('cases.deemed', { until: formatChinese(tellByAt!) });
}
