import { asFault, request, type Fault } from '#desk/api/http.ts';
import type { Row } from '#desk/api/program.ts';
import { attach, attachmentsOf } from '#desk/records/attachments.ts';
import { cleared, photoName, type Entry } from './entry.ts';
import { keepEntry } from './store.ts';

/** A browser that keeps nothing still sends. */
const keep = (entry: Entry): Promise<void> => keepEntry(entry).catch(() => undefined);

/** A village line that says nothing for so long is taken for broken; the same key asks again. */
const PATIENCE = 30_000;
const SUBJECT = 'case-file';

export interface Outcome {
  readonly entry: Entry;
  /** The case; null while there is none. */
  readonly row: Row | null;
  readonly fault: Fault | null;
}

async function applied(entry: Entry): Promise<Row> {
  const answer = await request(entry.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': entry.key },
    body: JSON.stringify(entry.body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return (await answer.json()) as Row;
}
/** Photographs one by one; each leaves the store once it lies with the case, and one that lies there is not sent twice. */
async function photographsSent(given: Entry): Promise<Entry> {
  let entry = given;
  const subject = { noun: SUBJECT, id: entry.caseId };
  const there = new Set((await attachmentsOf(subject)).map(({ name }) => name));
  while (entry.photos.length > 0) {
    const [photo, ...rest] = entry.photos as [Entry['photos'][number], ...Entry['photos']];
    if (!there.has(photo.name)) await attach(subject, new File([photo.content], photo.name));
    entry = { ...entry, photos: rest };
    await keep(entry);
  }
  return entry;
}
/** No answer, a server in trouble, a session that ran out, too many at once: all of these pass. */
const passes = ({ status }: Fault): boolean =>
  status === 0 || status >= 500 || status === 401 || status === 408 || status === 429;

/** Sends one application and its photographs as far as the line carries. Whatever was done is kept before the next step. */
export async function sendEntry(given: Entry): Promise<Outcome> {
  let entry = given;
  let row: Row | null = null;
  try {
    if (entry.caseId === '') {
      row = await applied(entry);
      entry = { ...entry, caseId: row.id, number: row.number, trouble: '' };
      await keep(entry);
    }
    entry = cleared(await photographsSent(entry));
    await keep(entry);
    return { entry, row, fault: null };
  } catch (thrown) {
    const fault = asFault(thrown);
    // No line is no trouble of this application: it waits like all others.
    const trouble = fault.status === 0 ? '' : `${fault.message}。${fault.next}`;
    entry = { ...entry, state: passes(fault) ? 'waiting' : 'refused', trouble };
    await keep(entry);
    return { entry, row, fault };
  }
}

/** The photographs of an application, named after their papers. */
export function named(photos: Entry['photos']): Entry['photos'] {
  const counted = new Map<string, number>();
  return photos.map((each) => {
    const rank = (counted.get(each.paper) ?? 0) + 1;
    counted.set(each.paper, rank);
    return { ...each, name: photoName(each, rank) };
  });
}
