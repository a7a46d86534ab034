import { openActions } from '#lib/action/engine/answer.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { actionsOf, type App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { attachment, type Attachment } from './attachment.ts';
import './refusals.ts';

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

/** The same for who wants to add to it: somebody with something to do there, not everybody who may look. */
export async function getOpenSubject(named: Named, asked: Asked): Promise<Row> {
  const { app, by } = asked;
  const row = await getSubject(named, asked);
  const noun = nounOf(app, named.subjectNoun);
  const actions = actionsOf(app, noun.name);
  if (openActions(actions, row, { by, now: app.now(), scopes: app.scopes() }).length === 0)
    refuse('documents.not-open', { title: noun.title, number: row.number });
  return row;
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

/** Refuses an attachment whose record the person may not see, as if there were none; the archivist sees his scope. */
export async function mayRead(row: Attachment, asked: Asked): Promise<void> {
  if (permit(attachment.see, asked.by, row, asked.app.scopes()) === 'allowed') return;
  await getSubject(row, { ...asked, by: withoutAuditing(asked.by) });
}
