import type { App } from '#lib/app.ts';
import type { CaseFile } from '../../file/case-file.ts';
import { lastDay } from '../../papers/last-day.ts';

/** 领取结果: where, when that place is open, whom to call; until when it is handed out at the latest (行政许可法 44). */
export interface Fetching {
  readonly where: string;
  readonly address: string | null;
  readonly hours: string | null;
  readonly phone: string | null;
  readonly until: string | null;
}

/** The site of the window that took it; else the one at its place, a hall before any other. */
const SITE = `select s.name, s.address, s.opening_hours as hours, s.phone from site s
  where s.state <> 'closed' and (s.region = $1 or s.id = (select w.site from service_window w where w.id = $2))
  order by s.id = (select w.site from service_window w where w.id = $2) desc nulls last,
    array_position(array['hall', 'town-centre', 'service-point'], s.kind) nulls last, s.id limit 1`;
const READY = new Set<CaseFile['state']>(['granted', 'issued', 'refused']);

/** How the applicant comes by what was decided; null before that and after it was handed out. */
export async function fetchingOf(app: Pick<App, 'query'>, row: CaseFile): Promise<Fetching | null> {
  if (!READY.has(row.state)) return null;
  const [site] = await app.query(SITE, [row.place, row.windowId]);
  const { name, address, hours, phone } = (site ?? {}) as Readonly<Record<string, string | null>>;
  return {
    where: name ?? '受理窗口',
    address: address ?? null,
    hours: hours ?? null,
    phone: phone ?? null,
    until: row.issueDueAt === null ? null : lastDay(row.issueDueAt),
  };
}
