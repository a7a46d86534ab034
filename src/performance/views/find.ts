import { getRow } from '#lib/http/list-routes.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { assess, type Assessment } from '../assess/assess.ts';
import { evaluation, type Evaluation } from '../evaluation/evaluation.ts';
import { framework, type Framework } from '../frameworks/framework.ts';
import '../refusals.ts';

export interface Asker {
  readonly by: Person;
  readonly app: Pick<App, 'query' | 'scopes'>;
}
export interface Wanted {
  /** A year, an id or a public number. */
  readonly key: string;
  /** With a year, when the asker sees several departments. */
  readonly organisation?: string | undefined;
}
/** An evaluation with the form it stands on, judged. */
export interface Assessed {
  readonly evaluation: Evaluation;
  readonly form: Framework;
  readonly assessment: Assessment;
}

async function ofYear({ key, organisation }: Wanted, { by, app }: Asker): Promise<Evaluation> {
  const found = await app.query(
    'select * from evaluation where year = $1 and ($2::uuid is null or organisation = $2::uuid) order by id',
    [Number(key), organisation ?? null],
  );
  const seen = found
    .map((record) => rowFrom(evaluation, record) as Evaluation)
    .filter((row) => permit(evaluation.see, by, row, app.scopes()) === 'allowed');
  if (seen.length > 1) refuse('performance.which-organisation', { year: key, count: seen.length });
  return seen[0] ?? refuse('performance.no-evaluation', { key });
}

/** The one evaluation meant; outside the asker's scope it is as if it were not there. */
export async function getEvaluation(wanted: Wanted, asker: Asker): Promise<Evaluation> {
  if (/^\d{4}$/.test(wanted.key)) return ofYear(wanted, asker);
  return (await getRow(evaluation, wanted.key, { by: asker.by, app: asker.app as App })) as Evaluation;
}

export async function formOf(app: Pick<App, 'query'>, id: string): Promise<Framework> {
  const [record] = await app.query('select * from framework where id = $1', [id]);
  if (!record) throw new Error('an evaluation stands on a form that is not there');
  return rowFrom(framework, record) as Framework;
}

export async function getAssessed(wanted: Wanted, asker: Asker): Promise<Assessed> {
  const row = await getEvaluation(wanted, asker);
  const form = await formOf(asker.app, row.framework);
  return { evaluation: row, form, assessment: assess(row, form) };
}
