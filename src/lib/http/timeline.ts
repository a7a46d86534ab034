import { hasRole } from '#lib/action/permission.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import { findDone, NO_LONGER, type App } from '#lib/app.ts';
import { writtenInstant } from '#lib/db/values.ts';
import { retoldFor } from './retold.ts';

/** One line of a record's history, as staff read it. */
export interface TimelineLine {
  readonly seq: string;
  readonly at: string;
  /** The record it was done to: this one, or one whose change reached it. */
  readonly subject: string;
  readonly action: string;
  readonly title: string;
  readonly person: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const LONGEST = 200;

/** An entry as the database writes it. */
interface Told {
  readonly seq: string;
  readonly at: string;
  readonly subject: string;
  readonly noun: string;
  readonly action: string;
  readonly person: string;
  readonly details: object;
  readonly prose: object | null;
}

/** SQL for what happened to the row with this id, newest first: its own actions and those that changed it on the way. */
export const selectTimeline = (id: string): string =>
  `(select json_agg(t)::text from (
      select e.seq::text as seq, ${writtenInstant('e.at')} as at,
             e.subject, e.noun, e.action, e.person_name as person, e.details,
             (select json_object_agg(p.field, p.text) from ledger_prose p where p.entry = e.id) as prose
        from ledger_entry e
       where e.subject = ${id} or (e.touched @> array[${id}] and cardinality(e.touched) > 1)
       order by e.seq desc limit ${LONGEST}) t)`;

/** The lines that `selectTimeline` wrote, with the titles of their actions. */
export const readTimeline = (
  app: Pick<App, 'actions' | 'modules'>,
  written: unknown,
): readonly TimelineLine[] =>
  written === null
    ? []
    : (JSON.parse(written as string) as readonly Told[]).map(
        ({ seq, at, subject, noun, action, person, details, prose }) => ({
          seq,
          at,
          subject,
          action: `${noun}.${action}`,
          title: findDone(app, noun, action)?.title ?? NO_LONGER,
          person,
          details: { ...details, ...prose },
        }),
      );

/**
 * The lines as this person may read them: what was said about records of a kind that they may not see is left out, and
 * where a module tells a row's history in other words (`histories`), so is this.
 */
export async function tellTimeline(
  lines: readonly TimelineLine[],
  { noun, row }: { readonly noun: Noun; readonly row: Row },
  { by, app }: { readonly by: Person; readonly app: App },
): Promise<readonly TimelineLine[]> {
  const retold = await retoldFor({ noun, row }, { by, app });
  const seen = new Map(app.nouns.map((each) => [each.name, hasRole(each.see, by)]));
  return lines.map((line) => {
    const details = seen.get(line.action.split('.')[0]!) === false ? {} : line.details;
    return { ...line, details: retold(details) as TimelineLine['details'] };
  });
}

/** The timeline of a row that was read already. */
export async function timelineOf(app: App, id: string): Promise<readonly TimelineLine[]> {
  const [found] = await app.query(`select ${selectTimeline('$1::uuid')} as timeline`, [id]);
  return readTimeline(app, found!['timeline']);
}
