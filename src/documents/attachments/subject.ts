import { openActions } from '#lib/action/engine/answer.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { actionsOf, type App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { attachment, type Attachment } from './attachment.ts';
import './refusals.ts';
import { isOpenTo, isReleasedBy } from './reserved.ts';

interface Asked {
  readonly by: Person;
  readonly app: App;
}
interface Named {
  readonly subjectNoun: string;
  readonly subject: string;
}

function nounOf(app: App, name: string): Noun {
  const found = app.nouns.find((noun) => noun.name === name && noun !== attachment);
  if (found) return found;
  throw new Refusal('lib.shape', {}, { fields: [{ path: 'subjectNoun', message: '没有这种记录' }] });
}

/** The record that attachments belong to, if the person may see it; refuses otherwise. */
export const getSubject = ({ subjectNoun, subject }: Named, asked: Asked): Promise<Row> =>
  getRow(nounOf(asked.app, subjectNoun), subject, asked);

/** The record somebody wants to add to, and whether all its readers may open what he brings. */
export interface OpenSubject {
  readonly row: Row;
  readonly isReleased: boolean;
}
/** The same for who wants to add to it: somebody with something to do there, not everybody who may look. */
export async function getOpenSubject(named: Named, asked: Asked): Promise<OpenSubject> {
  const { app, by } = asked;
  const row = await getSubject(named, asked);
  const noun = nounOf(app, named.subjectNoun);
  if (!noun.holdsFiles) refuse('documents.holds-none', { title: noun.title });
  const actions = actionsOf(app, noun.name);
  if (openActions(actions, row, { by, now: app.now(), scopes: app.scopes() }).length === 0)
    refuse('documents.not-open', { title: noun.title, number: row.number });
  return { row, isReleased: isReleasedBy({ noun, row, by, scopes: app.scopes() }) };
}

/** Where a record belongs, for the archivist: its organisation, else its region. */
export function scopeOf(row: Row): string | undefined {
  const { organisation, region } = row as unknown as Readonly<Record<string, unknown>>;
  return [organisation, region].find((each) => typeof each === 'string');
}

/**
 * The ledger's auditor checks figures down to their records, in which people are masked; on a scanned identity card nobody
 * is. So that sight opens no file: who has it from another role opens it by that.
 */
const withoutAuditing = (by: Person): Person => ({
  ...by,
  grants: by.grants.filter(({ role }) => role !== 'ledger.auditor'),
});

/** The record as it is, whoever asks: for the archivist, who does not see it. */
async function recordOf(noun: Noun, id: string, app: App): Promise<Row> {
  const [record] = await app.query(selectRows(noun, 'where r.id = $1'), [id]);
  return record ? readRow(noun, record) : refuse('lib.not-found');
}

const isArchivistOf = (file: Attachment, { by, app }: Asked): boolean =>
  permit(attachment.see, by, file, app.scopes()) === 'allowed';

/** Which files of one record the person opens; refuses nobody. */
export async function openerOf(named: Named, asked: Asked): Promise<(file: Attachment) => boolean> {
  const { app, by } = asked;
  const noun = nounOf(app, named.subjectNoun);
  const sees = await getSubject(named, { app, by: withoutAuditing(by) }).then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof Refusal) return false;
      throw fault;
    },
  );
  const row = await recordOf(noun, named.subject, app);
  return (file) =>
    (sees || isArchivistOf(file, asked)) && isOpenTo({ noun, row, by, scopes: app.scopes() }, file);
}

/** Refuses an attachment whose record the person may not see, as if there were none; the archivist sees his scope. */
export async function maySee(file: Attachment, asked: Asked): Promise<void> {
  if (!isArchivistOf(file, asked)) await getSubject(file, { ...asked, by: withoutAuditing(asked.by) });
}

/** The same for its content and its name. */
export async function mayOpen(file: Attachment, asked: Asked): Promise<void> {
  await maySee(file, asked);
  if (!(await openerOf(file, asked))(file)) refuse('documents.reserved', { number: file.number });
}
