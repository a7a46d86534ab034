import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { dayOf } from '#lib/time.ts';
import { loadChineseDays } from './load-chinese-days.ts';
import { asKnownOn, type CalendarDay, type CalendarSource, type Notice } from './table.ts';

const SOURCE = 'npm chinese-days（国务院办公厅历年放假安排）';

function inputOf(notice: Notice, days: readonly CalendarDay[]): Readonly<Record<string, unknown>> {
  const { id, title, number, publishedOn, year, change } = notice;
  return {
    title,
    code: id,
    source: SOURCE,
    ...(number === null ? {} : { documentNumber: number }),
    ...(publishedOn === null ? { isUndated: true } : { publishedOn }),
    ...(year === null ? { change } : { year }),
    days: days.map(({ on, kind, name }) => ({ on, kind, name })),
  };
}

/**
 * Brings the published arrangements into the calendar by the ordinary action, a notice with its days at a time; those of
 * later years come with a later version of the package. What a person entered or withdrew is never brought again.
 * Notices published after today's (perhaps simulated) day are left out. Answers how many notices came.
 */
export async function seedCalendar(
  app: Pick<App, 'actions' | 'engine' | 'query' | 'now'>,
  source: CalendarSource = loadChineseDays(),
): Promise<number> {
  const known = await app.query('select number, year, state from calendar_notice', []);
  const numbers = new Set(known.map((row) => row['number']));
  const years = new Set(known.filter((row) => row['state'] === 'in-force').map((row) => row['year']));
  const { notices, days } = asKnownOn(source, dayOf(app.now()));
  const missing = notices.filter(({ id, year }) => !numbers.has(id) && (year === null || !years.has(year)));
  const byNotice = Map.groupBy(days, (each) => each.notice);
  // All at once: the engine writes them in one batch.
  await Promise.all(
    missing.map((notice) =>
      app.engine.perform({
        action: getAction(app, 'calendar-notice', 'announce'),
        id: null,
        input: inputOf(notice, byNotice.get(notice.id) ?? []),
        by: SYSTEM,
        now: app.now(),
        key: null,
        ifMatch: null,
      }),
    ),
  );
  return missing.length;
}
