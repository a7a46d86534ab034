import { Type } from 'typebox';
import { openActions, publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { permit } from '#lib/action/permission.ts';
import { actionsOf } from '#lib/app.ts';
import { timelineOf } from '#lib/http/timeline.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { view, type Viewed } from '#lib/view.ts';
import { attachment, type Attachment } from './attachment.ts';
import { getSubject, maySee, openerOf } from './subject.ts';

type Asked = Pick<Viewed<never>, 'by' | 'now' | 'app' | 'scopes'>;

/** A file as its reader is told of it; the name too may tell who somebody is. */
const shown = (row: Attachment, { by, now, app, scopes, opens }: Asked & { readonly opens: boolean }) => ({
  ...publicRow(attachment, opens ? row : { ...row, name: null }),
  opens: opens && row.state === 'kept',
  actions: openActions(actionsOf(app, attachment.name), row, { by, now, scopes }).map(
    (action) => action.name,
  ),
});

/** 附件列表 — of one record, oldest first, for whoever may see the record. */
export const attachmentsView = view({
  name: 'attachments',
  title: '附件列表',
  path: '/attachments',
  may: 'signed-in',
  query: Type.Object({
    subjectNoun: Type.String({ title: '所属记录种类', maxLength: 100 }),
    subject: Type.String({ title: '所属记录', format: 'uuid' }),
  }),
  read: async ({ query, ...asked }) => {
    const { app, by, scopes } = asked;
    const found = await app.query(
      'select * from attachment where subject_noun = $1 and subject = $2 order by id',
      [query.subjectNoun, query.subject],
    );
    const rows = found.map((record) => rowFrom(attachment, record) as Attachment);
    const isArchivists = (row: Attachment): boolean => permit(attachment.see, by, row, scopes) === 'allowed';
    // An archivist need not see the record itself, only what is kept of it.
    if (rows.length === 0 || !rows.every(isArchivists)) await getSubject(query, asked);
    if (rows.length === 0) return { items: [], next: null };
    const opens = await openerOf(query, asked);
    return { items: rows.map((row) => shown(row, { ...asked, opens: opens(row) })), next: null };
  },
});

/** 附件 — by id or number, with its history. */
export const attachmentView = view({
  name: 'attachment',
  title: '附件',
  path: '/attachments/{key}',
  may: 'signed-in',
  query: Type.Object({ key: Type.String({ title: '标识或编号', maxLength: 100 }) }),
  read: async ({ query: { key }, ...asked }) => {
    const { app } = asked;
    const column = isUuid(key) ? 'id' : 'number';
    const [record] = await app.query(`select * from attachment where ${column} = $1`, [key]);
    const row = record ? (rowFrom(attachment, record) as Attachment) : refuse('lib.not-found');
    await maySee(row, asked);
    const opens = (await openerOf(row, asked))(row);
    return { ...shown(row, { ...asked, opens }), timeline: await timelineOf(app, row.id) };
  },
});
