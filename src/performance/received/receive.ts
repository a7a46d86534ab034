import { Type } from 'typebox';
import { calendarNow } from '#calendar/index.ts';
import { action, birth } from '#lib/action/action.ts';
import { holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationTree, regionNamed } from '#organisations/index.ts';
import { On, Year } from '../fields.ts';
import type { Audit } from '../audit/audit.ts';
import { termFrom } from './calendar.ts';
import { majorOf } from './finding-key.ts';
import { organisationNamed } from './organisation-named.ts';
import { Content, FileName, readUpload } from './read-upload.ts';
import { receivedReport } from './report.ts';
import '../refusals.ts';

/** The finance office's own term when nobody sets one: twenty working days. */
const TERM = 20;
const fromAudit = (audit: Audit) => ({
  audit,
  title: audit.document.title,
  majorFindings: majorOf(audit),
  claimed: audit.score?.claimed ?? null,
  recomputed: audit.score?.recomputed ?? null,
});

/** A line of the title page that is nothing but the name of one of ours says more than a name guessed from prose. */
function unitOf(
  read: string | null,
  head: readonly string[],
  isOurs: (name: string) => boolean,
): string | null {
  return read !== null && isOurs(read) ? read : (head.find(isOurs)?.trim() ?? read);
}
function yearIn(text: string): number | null {
  const found = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/* Both run behind the upload routes (`routes/received.ts`), which also keep the file itself. */

/** 收件 — the file is read and audited on receipt; unit and year are the document's own unless somebody says otherwise. */
export const receive = birth(receivedReport, {
  name: 'receive',
  title: '接收报告',
  may: { 'finance.reviewer': 'region' },
  hidden: true,
  to: ['received'],
  input: Type.Object({
    region: Type.String({ title: '区划', pattern: '^[0-9]{6,12}$', ref: 'region' }),
    fileName: FileName,
    content: Content,
    unit: Type.Optional(Type.String({ title: '单位名称', minLength: 2, maxLength: 100 })),
    year: Type.Optional(Year),
    dueOn: Type.Optional(On('复核期限')),
  }),
  needs: {
    region: regionNamed('region'),
    tree: holding(organisationTree),
    calendar: calendarNow,
    upload: readUpload,
  },
  decide({ input, region, tree, calendar, upload, now }) {
    const { document } = upload.audit;
    const isOurs = (name: string): boolean => organisationNamed(tree, region.code, name) !== undefined;
    const unit = input.unit ?? unitOf(document.unit, upload.head, isOurs);
    const year = input.year ?? document.year ?? yearIn(`${document.title} ${input.fileName}`);
    if (unit === null || year === null) return refuse('performance.no-unit-or-year');
    return {
      state: 'received',
      region: region.code,
      organisation: organisationNamed(tree, region.code, unit)?.id ?? null,
      organisationName: unit,
      year,
      ...fromAudit(upload.audit),
      fileName: input.fileName,
      file: upload.file,
      earlier: [],
      receivedAt: now,
      dueOn: input.dueOn ?? termFrom(now, TERM, calendar).on,
    };
  },
});

/** 接收新版本 — the earlier file stays in the chain, so that it shows what changed and which questions are gone. */
export const receiveVersion = action(receivedReport, {
  name: 'receive-version',
  title: '接收更正版本',
  may: { 'finance.reviewer': 'region' },
  hidden: true,
  from: ['received', 'queried', 'answered'],
  to: ['received', 'queried', 'answered'],
  input: Type.Object({ fileName: FileName, content: Content }),
  needs: { upload: readUpload },
  decide({ report, input, upload, now }) {
    if (upload.file === report.file) return refuse('performance.same-file');
    const { fileName, file, audit } = report;
    const before = { fileName, file, audit, receivedAt: report.receivedAt };
    return {
      state: report.state,
      ...fromAudit(upload.audit),
      fileName: input.fileName,
      file: upload.file,
      receivedAt: now,
      earlier: [...report.earlier, before],
    };
  },
});
