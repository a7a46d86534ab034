import type { Extracted } from '#documents/extracted.ts';
import type { Audit, Finding } from './audit.ts';
import { accountTable, twoSides } from './checks/account-tables.ts';
import { codedRows, codeSums } from './checks/code-sums.ts';
import { controlRates } from './checks/control-rates.ts';
import { convertedScore } from './checks/converted-score.ts';
import { disclosure } from './checks/disclosure.ts';
import { dates } from './checks/dates.ts';
import { distributedShares } from './checks/distributed-shares.ts';
import { enumerations } from './checks/enumeration.ts';
import { textGrowth } from './checks/growth.ts';
import { accountingIdentities, keyOfSum } from './checks/identities.ts';
import { industryRatios } from './checks/industry-ratios.ts';
import { integers } from './checks/integers.ts';
import { means } from './checks/means.ts';
import { missing } from './checks/missing.ts';
import { narrativeAgainstTable } from './checks/narrative-against-table.ts';
import { orders } from './checks/order.ts';
import { percentOrPoints } from './checks/percent-or-points.ts';
import { rankingLists } from './checks/ranking-lists.ts';
import { ranks } from './checks/ranks.ts';
import { sameTwice } from './checks/same-twice.ts';
import { scoreSubtotals } from './checks/score-subtotals.ts';
import { scoreRows } from './checks/score-rows.ts';
import { otherSheet, scoreTotals } from './checks/score-totals.ts';
import { specialFunds } from './checks/special-funds.ts';
import { statedBases } from './checks/stated-bases.ts';
import { totalsAfter } from './checks/totals-after.ts';
import { remainders } from './checks/remainders.ts';
import { remainingRates } from './checks/remaining-rates.ts';
import { levels } from './checks/levels.ts';
import { bracketUnits } from './checks/bracket-units.ts';
import { datesInOrder } from './checks/date-order.ts';
import { formulas } from './checks/formulas.ts';
import { oppositeRates } from './checks/opposite-rates.ts';
import { stockCounts } from './checks/stock-counts.ts';
import { tableColumnSums } from './checks/table-columns.ts';
import { tableRowSums } from './checks/table-rows.ts';
import { tableDetails } from './checks/table-details.ts';
import { tableRates } from './checks/table-rates.ts';
import { targets } from './checks/targets.ts';
import { closingRates } from './checks/closing-rates.ts';
import { products } from './checks/products.ts';
import { textRates } from './checks/text-rates.ts';
import { textShares } from './checks/text-shares.ts';
import { textSums } from './checks/text-sums.ts';
import { bounded, limited } from './limits.ts';
import { merged } from './merge.ts';
import { onlyReadings } from './other-readings/only-readings.ts';
import { touching } from './touching.ts';
import { read, type Reading } from './reading.ts';
import { workingsOf } from './score/workings.ts';
import { scoreSheet } from './score/block.ts';

type Check = (reading: Reading) => readonly Finding[];

/** Tables whose figures are not scores. */
const unscored = ({ tables, sheets }: Reading): Reading['tables'] => {
  const scored = new Set(sheets.flatMap((sheet) => sheet.tables));
  return tables.filter((table) => !scored.has(table));
};

const columnSums = (tables: Reading['tables']): readonly Finding[] => [
  ...tables.flatMap((table) => {
    const sums = codedRows(table) ? codeSums(table) : tableColumnSums([table]);
    return [...sums, ...accountTable(table, sums)];
  }),
  ...twoSides(tables),
];

const SUMS: readonly Check[] = [
  ({ tables }) => tableRowSums(tables),
  (reading) => columnSums(unscored(reading)),
  (reading) => tableDetails(unscored(reading)),
  ({ statements }) => textSums(statements),
  ({ statements }) => products(statements),
  ({ statements }) => totalsAfter(statements),
  ({ statements }) => remainders(statements),
  ({ statements }) => levels(statements),
];
const CHECKS: readonly Check[] = [
  ({ facts }) => sameTwice(facts),
  ({ statements }) => stockCounts(statements),
  ({ statements, tables }) => textRates(statements, tables),
  ({ statements }) => closingRates(statements),
  ({ statements }) => means(statements),
  ({ statements }) => remainingRates(statements),
  ({ statements }) => statedBases(statements),
  ({ statements, paragraphs }) => bracketUnits(statements, paragraphs),
  ({ statements }) => oppositeRates(statements),
  ({ paragraphs, sheets }) => formulas([...paragraphs, ...sheets.flatMap(workingsOf)]),
  ({ paragraphs }) => paragraphs.flatMap(datesInOrder),
  ({ statements }) => textShares(statements),
  ({ statements }) => distributedShares(statements),
  ({ statements, document }) => textGrowth(statements, document.year),
  ({ statements }) => percentOrPoints(statements),
  ({ statements, paragraphs }) => rankingLists(statements, paragraphs),
  ({ statements, tables }) => orders(statements, tables),
  ({ statements, tables }) => integers(statements, tables),
  ({ paragraphs }) => enumerations(paragraphs),
  ({ paragraphs }) => industryRatios(paragraphs),
  (reading) => tableRates(unscored(reading)),
  ({ tables }) => ranks(tables),
  controlRates,
  disclosure,
  narrativeAgainstTable,
  specialFunds,
  targets,
  missing,
  dates,
];

/** Audits one document. Pure; any text gives an audit, none throws. */
export function auditDocument(extracted: Extracted): Audit {
  const { extracted: whole, cutAt } = limited(extracted);
  const reading = read(whole);
  const scored = scoreSheet(reading);
  const sums = SUMS.flatMap((check) => check(reading));
  const findings = [
    ...(scored
      ? [...scoreRows(scored), ...scoreTotals(scored), ...convertedScore(scored, reading.statements)]
      : []),
    ...reading.sheets.filter((sheet) => sheet !== reading.sheet).flatMap(otherSheet),
    ...reading.sheets.flatMap(scoreSubtotals),
    ...sums,
    ...accountingIdentities(reading.facts, new Set(sums.map(keyOfSum)), reading.paragraphs),
    ...CHECKS.flatMap((check) => check(reading)),
  ];
  return {
    document: reading.document,
    score: scored?.block ?? null,
    findings: bounded(touching(merged(onlyReadings(findings, reading)), reading.sheet), cutAt),
  };
}
