import { opener } from '#lib/action/engine/opened.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { withoutCaller } from '#lib/covering/masking.ts';
import { objection } from '../after/objection.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { peopleOf, spokenWithout, writtenWithout } from './named.ts';
import { wholeTexts } from './whole-words.ts';

/** What a reader is told, with the words in it that were covered in full. */
type Telling = <T>(told: T) => T;
const asItStands: Telling = (told) => told;

function throughout<T>(value: T, through: (text: string) => string): T {
  if (typeof value === 'string') return through(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => throughout(each, through)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, throughout(each as unknown, through)]),
  ) as T;
}

/** For the applicant themself, who need not be hidden from their own page: their case as it was written. */
export const inFull = (
  app: Pick<App, 'query' | 'suite'>,
  row: CaseFile,
  who: string | null,
): Promise<Telling> =>
  who === null || row.applicant !== who ? Promise.resolve(asItStands) : toApplicant(app, row);

/** The texts of a case as they were written, as its applicant is to read them. Who objected to it stays covered. */
export async function toApplicant(app: Pick<App, 'query' | 'suite'>, row: CaseFile): Promise<Telling> {
  if (row.wordsWhole === null) return asItStands;
  const open = opener(app.query, app.suite);
  const against = await app.query(selectRows(objection, 'where r.case_id = $1'), [row.id]);
  const [[mine], objectors] = await Promise.all([
    open(caseFile, [row]),
    open(
      objection,
      against.map((record) => readRow(objection, record)),
    ),
  ]);
  const others = objectors.map(({ objector, phone }) => ({ name: objector, phone }));
  const known = [...peopleOf({ ...mine, applicantKind: row.applicantKind }), ...others];
  const pairs = wholeTexts(mine?.['wordsWhole'] ?? '').flatMap((text) => {
    const told = others.reduce((said: string, each) => withoutCaller(said, each), text);
    return [writtenWithout, spokenWithout].map((without) => [without(text, known), told] as const);
  });
  return (told) =>
    throughout(told, (text) =>
      pairs.reduce((said: string, [shown, full]) => said.replaceAll(shown, () => full), text),
    );
}
