import { findAction, type App } from '#lib/app.ts';

/** One line of a record's history, as staff read it. */
export interface TimelineLine {
  readonly seq: string;
  readonly at: string;
  readonly action: string;
  readonly title: string;
  readonly person: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const LONGEST = 200;

/** What happened to a row, newest first, from the ledger: its own actions and those that changed it on the way. */
export async function timelineOf(app: App, id: string): Promise<readonly TimelineLine[]> {
  const found = await app.query(
    `select e.seq, e.at, e.noun, e.action, e.person_name, e.details,
            (select json_object_agg(p.field, p.text) from ledger_prose p where p.entry = e.id) as prose
       from ledger_entry e
      where e.subject = $1 or (e.touched @> array[$1]::uuid[] and cardinality(e.touched) > 1)
      order by e.seq desc limit ${LONGEST}`,
    [id],
  );
  return found.map((entry) => {
    const action = findAction(app, entry['noun'] as string, entry['action'] as string);
    return {
      seq: entry['seq'] as string,
      at: entry['at'] as string,
      action: `${entry['noun'] as string}.${entry['action'] as string}`,
      title: action?.title ?? (entry['action'] as string),
      person: entry['person_name'] as string,
      details: { ...(entry['details'] as object), ...(entry['prose'] as object | null) },
    };
  });
}
