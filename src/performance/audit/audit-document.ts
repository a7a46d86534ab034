import type { Extracted } from '#documents/extracted.ts';
import type { Audit, Finding } from './audit.ts';
import { tableColumnSums } from './checks/table-columns.ts';
import { tableRowSums } from './checks/table-rows.ts';
import { textSums } from './checks/text-sums.ts';
import { accountingIdentities } from './checks/identities.ts';
import { sameTwice } from './checks/same-twice.ts';
import { specialFunds } from './checks/special-funds.ts';
import { textGrowth } from './checks/growth.ts';
import { textRates } from './checks/text-rates.ts';
import { textShares } from './checks/text-shares.ts';
import { scoreSheet } from './score/block.ts';
import { read, type Reading } from './reading.ts';

type Check = (reading: Reading) => readonly Finding[];

const CHECKS: readonly Check[] = [
  (reading) => tableRowSums(reading.tables),
  (reading) => tableColumnSums(reading.tables),
  (reading) => textSums(reading.statements),
  (reading) => textRates(reading.statements),
  (reading) => textShares(reading.statements),
  (reading) => textGrowth(reading.statements),
];

/** Audits one document. Pure; any text gives an audit, none throws. */
export function auditDocument(extracted: Extracted): Audit {
  const reading = read(extracted);
  const sums = CHECKS.flatMap((check) => check(reading));
  const done = new Set(
    sums
      .filter((each) => each.kind === 'sum')
      .map((each) =>
        each.where
          .map((place) => place.line)
          .toSorted((a, b) => a - b)
          .join(),
      ),
  );
  const findings = [
    ...sums,
    ...accountingIdentities(reading.facts, done),
    ...sameTwice(reading.facts),
    ...specialFunds(reading),
  ];
  const scored = scoreSheet(reading);
  return { document: reading.document, score: scored?.block ?? null, findings };
}
