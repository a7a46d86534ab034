import { sql } from 'kysely';
import { fromHeld, held, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { CaseFile } from '../file/case-file.ts';

/**
 * Who has a breach that is not repaired: record, digest of the document's number, code of the firm → number of the breach;
 * of the registered as they are registered today, and of everybody as the case had them.
 */
type Barred = ReadonlyMap<string, string>;

/** 未修复的失信 — few at any time, so every process keeps them; an applicant's number may be corrected meanwhile. */
export const barred = held<Barred>({
  name: 'cases.barred',
  load: async (db) => {
    const found = await sql<{ number: string } & Readonly<Record<string, string | null>>>`
      select b.number, a.id, a.identity ->> 'hash' as digest, a.credit_code as code,
             b.identity ->> 'hash' as written_digest, b.credit_code as written_code
        from breach b left join applicant a on a.id = b.applicant
       where b.state = 'unrepaired' order by b.id`.execute(db);
    return new Map(
      found.rows.flatMap(({ number, ...keys }) =>
        Object.values(keys).flatMap((key) => (key === null ? [] : [[key, number] as const])),
      ),
    );
  },
  reloadOn: ['breach', 'applicant'],
});

type Applying = Pick<CaseFile, 'applicant' | 'applicantId' | 'creditCode'>;
type Of = Applying & Pick<CaseFile, 'applicantKind'>;

/** The breach that bars whoever applies, by their record, their document or their code; undefined when there is none. Pure. */
export function breachOf(all: Barred, { applicant, applicantId, creditCode }: Applying): string | undefined {
  const digest = applicantId !== null && 'hash' in applicantId ? applicantId.hash : null;
  return [applicant, digest, creditCode].flatMap((key) => (key === null ? [] : (all.get(key) ?? [])))[0];
}

/** Whether anything says who applies – a person's document, a firm's code –: only then can a breach of theirs be found. Pure. */
export const isKnown = ({ applicant, applicantKind, applicantId, creditCode }: Of): boolean =>
  applicant !== null || (applicantKind === 'firm' ? creditCode : applicantId) !== null;

/**
 * `needs: { credit: goodCredit }` refuses for an applicant whose breach is not repaired, and for one of whom no document
 * says who they are: nobody is believed on their word without a name to it (law-and-standards §2.2, §2.3).
 */
export const goodCredit: Need<{ readonly row: Of }, true> = fromHeld(barred, (all, { row }) => {
  if (!isKnown(row)) refuse('cases.no-identity');
  const number = breachOf(all, row);
  return number === undefined ? true : refuse('cases.breached', { number });
});
