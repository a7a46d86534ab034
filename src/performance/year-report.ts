import { mediaTypes, writePaper, type Paper, type PaperFormat } from '#documents/index.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { App } from '#lib/app.ts';
import { refusals, refuse } from '#lib/refusal.ts';
import './refusals.ts';
import { assess } from './assess/assess.ts';
import { evaluation, type Evaluation } from './evaluation/evaluation.ts';
import { framework, type Framework } from './frameworks/framework.ts';
import type { Standing } from './report/duties.ts';
import type { Reported } from './report/reported.ts';
import { reportJson, reportPaper } from './report/report.ts';

refusals({
  'performance.which-unit': {
    status: 422,
    message: '{year} 年度有 {count} 个单位的自评',
    next: '请指明单位（命令行用 --unit 名称）：{units}',
  },
});

export const reportFormats: readonly PaperFormat[] = ['docx', 'xlsx', 'pdf', 'html', 'json'];
export const isReportFormat = (text: string): text is PaperFormat =>
  (reportFormats as readonly string[]).includes(text);

interface Wanted {
  readonly year: number;
  /** Name or number; may be left out when the year has one evaluation only. */
  readonly unit?: string | undefined;
}

async function evaluationOf(app: Pick<App, 'query'>, { year, unit }: Wanted): Promise<Evaluation> {
  const records = await app.query('select * from evaluation where year = $1 order by id', [year]);
  const all = records.map((record) => rowFrom(evaluation, record) as Evaluation);
  const found =
    unit === undefined
      ? all
      : all.filter((each) => [each.organisationName, each.number, each.organisation].includes(unit));
  if (found.length > 1)
    refuse('performance.which-unit', {
      year,
      count: found.length,
      units: found.map((each) => each.organisationName).join('、'),
    });
  return found[0] ?? refuse('performance.no-evaluation', { key: `${year} 年度` });
}

/** What the register says of the evaluated unit and of those directly below it. */
export async function standingOf(app: Pick<App, 'query'>, row: Evaluation): Promise<Standing> {
  const [found] = await app.query(
    'select r.name as region, o.remit from organisation o join region r on r.number = o.region where o.id = $1',
    [row.organisation],
  );
  const below = await app.query(
    "select name, kind from organisation where parent = $1 and state = 'active' order by id",
    [row.organisation],
  );
  const named = (kind: string): readonly string[] =>
    below.filter((each) => each['kind'] === kind).map((each) => String(each['name']));
  return {
    region: (found?.['region'] as string | undefined) ?? '',
    remit: (found?.['remit'] ?? []) as readonly string[],
    sections: named('section'),
    institutions: named('institution'),
  };
}

/** An evaluation with its form and the assessment of today: what a report is written from. */
async function reportedOf(app: Pick<App, 'query'>, row: Evaluation): Promise<Reported> {
  const [record] = await app.query('select * from framework where id = $1', [row.framework]);
  const form = rowFrom(framework, record!) as Framework;
  return {
    content: row,
    form,
    assessment: assess(row, form),
    course: row,
    standing: await standingOf(app, row),
  };
}

export const reportedOfYear = async (app: Pick<App, 'query'>, wanted: Wanted): Promise<Reported> =>
  reportedOf(app, await evaluationOf(app, wanted));

/** The report in a format, ready to be sent or saved; `banner` stands on every page. */
export async function writeReport(
  reported: Reported,
  format: PaperFormat,
  banner: Pick<Paper, 'banner'> = {},
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const mediaType = mediaTypes[format];
  if (format !== 'json')
    return { bytes: await writePaper({ ...reportPaper(reported), ...banner }, format), mediaType };
  return { bytes: new TextEncoder().encode(`${JSON.stringify(reportJson(reported), null, 2)}\n`), mediaType };
}
