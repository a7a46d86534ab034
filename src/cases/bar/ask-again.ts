import type { Course } from '#catalogue/index.ts';
import { alikeTo, rowsOfEach } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { isKnown } from '../tolerance/barred.ts';
import { applicationBar, type ApplicationBar } from './application-bar.ts';
import { refuseBarred } from './refuse-barred.ts';

type Applicant = Pick<CaseFile, 'applicant' | 'applicantKind' | 'applicantId' | 'creditCode'>;
type Licence = Applicant & Pick<CaseFile, 'isLicence' | 'itemName'>;

/** Refuses to go on with a licence of public safety for a person whom nobody knows by a document: no bar could be found (行政许可法 78, 79). Pure. */
export function refuseUnknown(mine: Licence, { isOfSafety }: Pick<Course, 'isOfSafety'>): void {
  if (isOfSafety && mine.isLicence && !isKnown(mine))
    refuse('cases.unknown-applicant', { item: mine.itemName });
}

type Asked = { readonly row: Pick<CaseFile, 'id' | 'creditCode'> };
/** The bars of whoever a case says applies, whenever their number was written down. */
export const barredNeeds = {
  documentBars: alikeTo([applicationBar, 'identity'], [caseFile, 'applicantId'], ({ row }: Asked) => ({
    id: row.id,
  })),
  codeBars: rowsOfEach(applicationBar, ({ row: { creditCode } }: Asked) =>
    creditCode === null ? [] : [{ creditCode }],
  ),
};
interface Barring {
  readonly caseFile: CaseFile;
  readonly documentBars: readonly ApplicationBar[];
  readonly codeBars: readonly ApplicationBar[];
}
/** Refuses to grant or to issue a licence to whoever was barred from it on the day their papers came. Pure. */
export function refuseStillBarred({ caseFile: mine, documentBars, codeBars }: Barring): void {
  refuseBarred([...documentBars, ...codeBars], { ...mine, at: mine.receivedAt });
}
