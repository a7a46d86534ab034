import type { FastifyInstance } from 'fastify';
import { asKnownOn, calendarOf, calendarTable } from '#calendar/index.ts';
import { courseOf, itemEdition, type Commitment, type ItemEdition } from '#catalogue/index.ts';
import { mediaTypes, writePaper } from '#documents/index.ts';
import { opener } from '#lib/action/engine/opened.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { originOf } from '#lib/http/origin.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { bannerOf } from '#lib/simulated.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { hasUnmasked } from '#people/index.ts';
import { settingOf } from '#settings/index.ts';
import { decisionCorrection, type DecisionCorrection } from '../after/decision-correction.ts';
import { applicationBar, type ApplicationBar } from '../bar/application-bar.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { toApplicant } from '../file/in-full.ts';
import { hearing, type Hearing } from '../special/hearing/hearing.ts';
import { hearingRules } from '../special/hearing/rules.ts';
import { specialProcedure, type SpecialProcedure } from '../special/special-procedure.ts';
import { asIssued } from './as-issued.ts';
import { isPaperKind, KINDS, titleOf } from './kinds.ts';
import { casePaper } from './paper.ts';
import './refusals.ts';

const FORMATS = ['docx', 'pdf', 'html'] as const;
const isFormat = (name: string): name is (typeof FORMATS)[number] =>
  (FORMATS as readonly string[]).includes(name);

/** `receipt.pdf` taken apart; what is no kind or no format is not there. */
function paperAsked(file: string) {
  const [kind = '', format = '', ...more] = file.split('.');
  if (more.length > 0 || !isPaperKind(kind) || !isFormat(format)) return refuse('cases.no-such-paper');
  return { kind, format };
}

/** All that were begun, each with the number of its own notice: none of them is lost when the next begins. */
async function specialsOf({ query }: App, { id }: CaseFile): Promise<readonly SpecialProcedure[]> {
  const found = await query(
    selectRows(specialProcedure, 'where r.case_id = $1 order by r.started_at, r.id'),
    [id],
  );
  return found.map((record) => readRow(specialProcedure, record) as SpecialProcedure);
}

/** What the edition of a case says of promises. Refuses where it knows of none. */
async function commitmentOf({ query }: App, { itemEdition: id, itemName }: CaseFile): Promise<Commitment> {
  const [record] = await query(selectRows(itemEdition, 'where r.id = $1'), [id]);
  const { commitment } = courseOf(record ? (readRow(itemEdition, record) as ItemEdition).elements : {});
  return commitment ?? refuse('cases.no-commitment', { item: itemName });
}

async function correctionsOf({ query }: App, { id }: CaseFile): Promise<readonly DecisionCorrection[]> {
  const made = "where r.case_id = $1 and r.state = 'made' order by r.settled_at, r.id";
  const found = await query(selectRows(decisionCorrection, made), [id]);
  return found.map((record) => readRow(decisionCorrection, record) as DecisionCorrection);
}

/** Until when a result was valid before the law lengthened it (行政许可法 50). */
async function endBeforeDeemed({ query }: App, { id }: CaseFile): Promise<Day | null> {
  const [first] = await query(
    `select renewal_ends_on as "endsOn" from case_file
      where renews = $1 and deemed_renewed_at is not null order by deemed_renewed_at limit 1`,
    [id],
  );
  return (first?.['endsOn'] as Day | undefined) ?? null;
}

async function barsOf({ query }: App, { id }: CaseFile): Promise<readonly ApplicationBar[]> {
  const found = await query(selectRows(applicationBar, 'where r.case_id = $1 order by r.id'), [id]);
  return found.map((record) => readRow(applicationBar, record) as ApplicationBar);
}

async function lastHearing({ query }: App, { id }: CaseFile): Promise<Hearing | undefined> {
  const [record] = await query(selectRows(hearing, 'where r.case_id = $1 order by r.id desc limit 1'), [id]);
  return record && (readRow(hearing, record) as Hearing);
}

interface Wanted {
  /** `receipt.pdf` */
  readonly file: string;
  /** Where the site stands, for what the paper's code leads to. */
  readonly site: string | undefined;
  /** For its applicant, who fetches it or to whom it is handed: their name and the words about them stand in it in full. */
  readonly isServed: boolean;
}
/** The applicant's name as it stands in a paper: in full in one that is served, for a seal under a mask serves nobody. */
async function addressee(app: App, row: CaseFile, isServed: boolean): Promise<string> {
  // Whose firm it is stands in public registers.
  const isOpen = isServed || row.applicantKind === 'firm';
  const [opened] = isOpen ? await opener(app.query, app.suite)(caseFile, [row]) : [];
  return opened?.['applicantName'] ?? (publicRow(caseFile, row)['applicantName'] as string);
}
/** A notice of a case as a file. Refuses a paper whose act has not been done. */
export async function writtenPaper(app: App, row: CaseFile, { file, site, isServed }: Wanted) {
  const { kind, format } = paperAsked(file);
  const at = KINDS[kind].at(row) ?? refuse('cases.paper-not-due', { paper: titleOf(kind, row) });
  const { nameOf } = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const applicantName = await addressee(app, row, isServed);
  const tell = isServed ? await toApplicant(app, row) : <T>(told: T): T => told;
  const special = tell(await specialsOf(app, row));
  const told = row.hearing === null ? undefined : tell(await lastHearing(app, row));
  const corrections = row.decisionCorrectedAt === null ? [] : tell(await correctionsOf(app, row));
  const within = settingOf(app, hearingRules).holdWithinDays;
  const paper = {
    ...casePaper({
      kind,
      row: asIssued(tell(row), kind, {
        knownAt: (moment) => calendarTable(asKnownOn(calendarOf(app), dayOf(moment))),
        ownEnd: await endBeforeDeemed(app, row),
        corrections,
        bars: await barsOf(app, row),
      }),
      at,
      applicantName,
      nameOf,
      site,
      special,
      correction: corrections.at(-1),
      commitment: kind === 'commitment-promise' ? await commitmentOf(app, row) : undefined,
      hearing: { told, within },
    }),
    ...(await bannerOf(app)),
  };
  // At a counter the paper is opened to be printed; the other forms are taken away to be worked on.
  const way = format === 'pdf' ? 'inline' : 'attachment';
  return {
    mediaType: mediaTypes[format],
    disposition: `${way}; filename="${row.number}-${kind}.${format}"`,
    bytes: Buffer.from(await writePaper(paper, format)),
  };
}

/**
 * `GET /api/cases/{key}/papers/{kind}.{docx|pdf|html}`: a notice of the case for whoever may see it, with the applicant under
 * a mask; to be handed over, in full, for who unmasked `applicantName` just now, so that the ledger knows of every one.
 */
export function paperRoutes(server: FastifyInstance, app: App): void {
  const schema = { tags: ['办件'], summary: '下载办件文书', operationId: 'cases.paper' };
  server.get('/api/cases/:key/papers/:file', { schema }, async (request, reply) => {
    const by = await signedIn(app, request);
    const { key, file } = request.params as { readonly key: string; readonly file: string };
    const row = (await getRow(caseFile, key, { by, app })) as CaseFile;
    const { mediaType, disposition, bytes } = await writtenPaper(app, row, {
      file,
      site: originOf(app, request),
      isServed: await hasUnmasked(app, by, { noun: caseFile.name, id: row.id, field: 'applicantName' }),
    });
    return reply.type(mediaType).header('content-disposition', disposition).send(bytes);
  });
}
