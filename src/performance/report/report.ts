import type { Paper } from '#documents/index.ts';
import type { Audit } from '../audit/audit.ts';
import { annex } from './annex.ts';
import { evaluators } from './evaluators.ts';
import { selfEvaluation } from './goals.ts';
import { money } from './money.ts';
import { narrative } from './narrative.ts';
import { qualifiedName } from '../unit-name.ts';
import { writing, type Reported } from './reported.ts';
import { scoreSheet } from './sheet.ts';
import { basics, summary } from './top.ts';

const titleOf = (year: number): string => `${year}年度部门整体支出绩效自评报告`;

/** The report in the official layout: the parts and tables of the form in their order, what we found in an annex. */
export function reportPaper(reported: Reported): Paper {
  const written = writing(reported);
  const { content } = reported;
  return {
    title: titleOf(content.year),
    subtitle: `单位名称：${qualifiedName(content.organisationName, reported.standing?.region ?? '')}`,
    blocks: [
      ...summary(written),
      ...basics(written),
      ...money(written),
      ...selfEvaluation(written),
      ...evaluators(written),
      ...narrative(written),
      { kind: 'turn', orientation: 'landscape' },
      ...scoreSheet(written),
      ...annex(written),
    ],
    sources: written.sources,
  };
}

/** The same shape as an audit's JSON, with what only our own evaluations have beside it. */
export interface ReportJson extends Audit {
  readonly forecast: Reported['assessment']['forecast'];
  readonly missing: Reported['assessment']['missing'];
  readonly settings: readonly string[];
}

export function reportJson({ content, assessment }: Reported): ReportJson {
  const { score, findings, forecast, missing, settings } = assessment;
  return {
    document: {
      kind: 'self-evaluation',
      title: titleOf(content.year),
      year: content.year,
      unit: content.organisationName,
    },
    score,
    findings,
    forecast,
    missing,
    settings,
  };
}
