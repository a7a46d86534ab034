import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { formatChinese, formatDay } from '#lib/time.ts';
import type { CaseFile } from '../../file/case-file.ts';
import { hearing, type Hearing } from './hearing.ts';
import { isOpen, isWanted, mayAsk } from './standing.ts';

/** 听证 of a case, as its applicant is told of it; of who follows by number all but the place. */
export interface ToldHearing {
  readonly id: string;
  readonly state: Hearing['state'];
  /** The last day on which it may be asked for. */
  readonly askBy: string;
  /** Whether somebody asked, the applicant or others; nobody is named. */
  readonly isWanted: boolean;
  /** `2020年5月25日 09:30`; null while no day is named. */
  readonly at: string | null;
  readonly site: string | null;
  readonly presider: string | null;
  /** 组织听证的最后一日, while it is waited for. */
  readonly heldBy: string | null;
  /** Whether the applicant may ask for it now, and give it up. */
  readonly mayAsk: boolean;
  readonly mayWaive: boolean;
}

/** The hearing that was told last; null where there was none. `who` asks, when they are signed in. */
export async function toldHearing(
  app: Pick<App, 'query' | 'now'>,
  row: Pick<CaseFile, 'id' | 'state' | 'applicant' | 'hearing' | 'hearingDueAt'>,
  who: string | null = null,
): Promise<ToldHearing | null> {
  if (row.hearing === null) return null;
  const [record] = await app.query(selectRows(hearing, 'where r.case_id = $1 order by r.id desc limit 1'), [
    row.id,
  ]);
  if (!record) return null;
  const mine = readRow(hearing, record) as Hearing;
  const own = mine.parties.find(({ who }) => who === 'applicant');
  const isNow = isOpen(mine) && (row.state === 'accepted' || row.state === 'suspended');
  // Who acts for another asks at a counter: no mandate says that it covers a hearing.
  const isTheirs = isNow && row.applicant === who && own?.waivedAt === null;
  return {
    id: mine.id,
    state: mine.state,
    askBy: formatDay(mine.askBy),
    isWanted: isWanted(mine.parties),
    at: mine.heldAt && formatChinese(mine.heldAt),
    site: mine.site,
    presider: mine.presiderName,
    heldBy: row.hearingDueAt && formatChinese(row.hearingDueAt),
    mayAsk: isTheirs && own.askedAt === null && mayAsk(mine, app.now()),
    mayWaive: isTheirs && (own.askedAt !== null || mayAsk(mine, app.now())),
  };
}
