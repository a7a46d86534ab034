import { Type } from 'typebox';
import { ACTS, type Act, type Mandate } from '#applicants/index.ts';
import { calendarOf } from '#calendar/index.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, instantOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { APPLICANT } from '#people/index.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { inFull } from '../../file/in-full.ts';
import type { Gap, Paper } from '../../file/paper.ts';
import { KINDS, titleOf, type PaperKind } from '../../papers/kinds.ts';
import { BEFORE_ACCEPTANCE, UNDECIDED } from '../../words.ts';
import { owedOf, promiseToSign, type Owed, type ToldPromise } from '../../tolerance/promise/told.ts';
import { toSignFor } from '../../tolerance/promise/sign.ts';
import { mandateFor, mandatesOf, OWN_CASES } from '../mandated.ts';
import { toldHearing, type ToldHearing } from '../../special/hearing/told.ts';
import { toldSurveys, type ToldSurvey } from '../../survey/told.ts';
import { fetchingOf, type Fetching } from './fetching.ts';
import { toldRenewal, type ToldRenewal } from '../../renewal/told.ts';
import { filesOf, resultFileOf, type OwnFile } from '../own-files.ts';
import { progressOf, type Progress } from '../progress.ts';

type Reading = Pick<App, 'query' | 'now' | 'held' | 'suite'>;
const MOST = 200;

/** A case as its applicant sees it: no name of anybody in the office, nothing that is the office's own affair. */
export interface OwnCase extends ToldRenewal {
  readonly id: string;
  readonly number: string;
  readonly state: CaseFile['state'];
  readonly itemCode: string;
  readonly itemName: string;
  /** Masked, because others look over a shoulder. */
  readonly applicantName: string;
  /** The one thing that it is a part of; null for a case of its own. */
  readonly bundle: string | null;
  /** Whether papers are still waited for that can be handed in. */
  readonly takesPapers: boolean;
  /** Whether the one who asks may sign the promise that papers will follow. */
  readonly maySign: boolean;
  /** Whether the one who asks may still take it back. */
  readonly mayWithdraw: boolean;
  /** The mandate by which papers may be handed in; null for one's own case. */
  readonly mandate: string | null;
  /** Whether the one who asks acts for somebody else. */
  readonly isForAnother: boolean;
  /** What could be done now, and no mandate of the asker's lets them do. */
  readonly uncovered: readonly string[];
  readonly receivedAt: Instant;
  readonly papers: readonly Pick<Paper, 'name' | 'state' | 'because'>[];
  readonly gaps: readonly Pick<Gap, 'paper' | 'what'>[];
  readonly reason: string | null;
  readonly resultNumber: string | null;
  readonly validUntil: string | null;
  readonly progress: Progress;
  readonly notices: readonly { readonly kind: PaperKind; readonly title: string }[];
}

/** The departments that others wait for: those asked, else the one that decides. */
export async function unitsOf(
  app: Reading,
  rows: readonly CaseFile[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { nameOf } = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const asked = await app.query(
    `select case_id as "caseId", array_agg(distinct department) as units from case_branch
      where case_id = any($1::uuid[]) and state = 'asked' and kind = 'opinion' group by case_id`,
    [rows.map(({ id }) => id)],
  );
  const byCase = new Map(asked.map((each) => [each['caseId'] as string, each['units'] as readonly string[]]));
  return new Map(rows.map((row) => [row.id, (byCase.get(row.id) ?? [row.department]).map(nameOf)]));
}

const noticesOf = (row: CaseFile): OwnCase['notices'] =>
  (Object.keys(KINDS) as readonly PaperKind[])
    .filter((kind) => KINDS[kind].at(row) !== null)
    .map((kind) => ({ kind, title: titleOf(kind, row) }));

const OPEN = new Set<CaseFile['state']>(['waiting', ...BEFORE_ACCEPTANCE, ...UNDECIDED]);
const TAKES = new Set<CaseFile['state']>([...BEFORE_ACCEPTANCE, ...UNDECIDED]);
const isAwaited = ({ state }: Paper): boolean => state === 'missing' || state === 'outstanding';

/** What the asker may do in a case: all of it in their own, in another's what a mandate of its applicant covers. */
function reach(row: CaseFile, { who, mandates, now }: Asker) {
  const isForAnother = row.applicant !== who;
  const open = {
    supply: TAKES.has(row.state) && row.papers.some(isAwaited),
    withdraw: OPEN.has(row.state),
    sign: toSignFor(row).length > 0,
  };
  const by = (act: Act) => (isForAnother ? mandateFor(mandates, row, { agent: who, act, now }) : undefined);
  const may = (act: keyof typeof open): boolean => open[act] && (!isForAnother || by(act) !== undefined);
  return {
    takesPapers: may('supply'),
    mayWithdraw: may('withdraw'),
    maySign: may('sign'),
    mandate: by('supply')?.id ?? null,
    isForAnother,
    uncovered: (['supply', 'sign', 'withdraw'] as const)
      .filter((act) => open[act] && !may(act))
      .map((act) => ACTS[act]),
  };
}

interface Asker {
  readonly who: string;
  readonly mandates: readonly Mandate[];
  readonly now: Instant;
}
function shown(row: CaseFile, asker: Asker, progress: Progress): OwnCase {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    itemCode: row.itemCode,
    itemName: row.itemName,
    applicantName: publicRow(caseFile, row)['applicantName'] as string,
    bundle: row.bundle,
    ...reach(row, asker),
    receivedAt: row.receivedAt,
    papers: row.papers.map(({ name, state, because }) => ({ name, state, because })),
    gaps: (row.gaps ?? []).map(({ paper, what }) => ({ paper, what })),
    reason: row.outcome === null || row.outcome === 'granted' ? null : row.reason,
    resultNumber: row.resultNumber,
    validUntil: row.validUntil,
    ...toldRenewal(row, asker),
    progress,
    notices: noticesOf(row),
  };
}

async function told(app: Reading, rows: readonly CaseFile[], who: string): Promise<readonly OwnCase[]> {
  const [units, mandates] = await Promise.all([unitsOf(app, rows), mandatesOf(app, who)]);
  const [now, calendar] = [app.now(), calendarOf(app)];
  return Promise.all(
    rows.map(async (row) => {
      const progress = progressOf(row, { now, calendar, units: units.get(row.id) ?? [] });
      return (await inFull(app, row, who))(shown(row, { who, mandates, now }, progress));
    }),
  );
}

/** The newest of somebody's cases, at most 200. */
export async function readOwnCases(app: Reading, who: string): Promise<readonly OwnCase[]> {
  const found = await app.query(
    selectRows(caseFile, `where r.id in (${OWN_CASES}) order by r.id desc limit ${MOST}`),
    [who, dayOf(app.now())],
  );
  return told(
    app,
    found.map((record) => readRow(caseFile, record) as CaseFile),
    who,
  );
}

/** The row of somebody's own case, by number; another's is as if there were none. */
export async function getOwnRow(app: Reading, who: string, number: string): Promise<CaseFile> {
  const [record] = await app.query(selectRows(caseFile, `where r.id in (${OWN_CASES}) and r.number = $3`), [
    who,
    dayOf(app.now()),
    number,
  ]);
  return record ? (readRow(caseFile, record) as CaseFile) : refuse('lib.not-found');
}

/** One case with what was handed in for it on line. */
export interface OwnCaseWhole extends OwnCase {
  readonly files: readonly OwnFile[];
  /** The scan of the result, to be kept; null before it is handed out, or where there is none. */
  readonly resultFile: string | null;
  /** 容缺: what may be signed for now; when it was signed; what must still come and by when. */
  readonly promise: ToldPromise | null;
  readonly signedAt: Instant | null;
  readonly owed: Owed | null;
  /** When it was sent: of one thing, when the whole was; a case that waited for another is received later. */
  readonly submittedAt: Instant;
  /** 现场勘查 that it waits for. */
  readonly surveys: readonly ToldSurvey[];
  /** 听证: until when it may be asked for, when and where it is held. */
  readonly hearing: ToldHearing | null;
  readonly fetching: Fetching | null;
}
async function sentAt(app: Reading, { bundle, receivedAt }: CaseFile): Promise<Instant> {
  const [whole] = await app.query('select applied_at as at from bundle where id = $1', [bundle]);
  return whole ? instantOf(new Date(whole['at'] as Date)) : receivedAt;
}
export async function readOwnCase(app: Reading, who: string, number: string): Promise<OwnCaseWhole> {
  const row = await getOwnRow(app, who, number);
  const [[own], files, resultFile, promise, surveys, heard, fetching, submittedAt] = await Promise.all([
    told(app, [row], who),
    filesOf(app, row),
    resultFileOf(app, row, who),
    promiseToSign(app, row),
    toldSurveys(app, row),
    toldHearing(app, row, who),
    fetchingOf(app, row),
    sentAt(app, row),
  ]);
  const owed = owedOf(row, { now: app.now(), calendar: calendarOf(app) });
  const signedAt = row.tolerancePromise?.at ?? null;
  const whole = { ...own!, files, resultFile, promise, owed, signedAt, fetching, submittedAt };
  const tell = await inFull(app, row, who);
  return { ...whole, surveys: tell(surveys), hearing: tell(heard) };
}

/** The number of the case that a sent draft became. */
export async function numberOf(app: Reading, id: string): Promise<string> {
  const [row] = await app.query('select number from case_file where id = $1', [id]);
  return row ? (row['number'] as string) : refuse('lib.not-found');
}

const MAY = { [APPLICANT]: 'id' } as const;
/** 我的办件 — of whoever is signed in with a real name, and those applied for under a mandate. */
export const ownCasesView = view({
  name: 'cases.own',
  title: '我的办件',
  path: '/mine/cases',
  may: MAY,
  query: Type.Object({}),
  read: async ({ by, app }) => ({ items: await readOwnCases(app, by.id) }),
});

/** 我的一件办件 — stage, days used, who holds it, and until when and why. */
export const ownCaseView = view({
  name: 'cases.own-one',
  title: '我的办件进度',
  path: '/mine/cases/{number}',
  may: MAY,
  query: Type.Object({ number: Type.String({ title: '办件编号', maxLength: 40 }) }),
  read: ({ by, app, query }) => readOwnCase(app, by.id, query.number),
});
