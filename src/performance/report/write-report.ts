import { writePaper, type PaperFormat } from '#documents/index.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { getAssessed, type Asker, type Wanted } from '../views/find.ts';
import { reportJson, reportPaper } from './report.ts';

/** The report of an evaluation the asker may see, written in a format; json holds the same `score` as an audit. */
export async function writeReport(wanted: Wanted, asker: Asker, format: PaperFormat): Promise<Uint8Array> {
  const { evaluation, form, assessment } = await getAssessed(wanted, asker);
  const reported = { content: evaluation, form, assessment, course: evaluation };
  if (format !== 'json') return writePaper(reportPaper(reported), format);
  return new TextEncoder().encode(`${JSON.stringify(reportJson(reported), undefined, 2)}\n`);
}

/** The report of a year, for the command line: whoever may start the program may read it. */
export const reportOfYear = (
  app: Pick<App, 'query' | 'scopes'>,
  {
    year,
    organisation,
    format,
  }: { readonly year: number; readonly organisation?: string; readonly format: PaperFormat },
): Promise<Uint8Array> => writeReport({ key: String(year), organisation }, { by: SYSTEM, app }, format);
