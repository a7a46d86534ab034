import type { Finding } from './audit.ts';
import type { ScoreSheet } from './score/sheet.ts';

/** Which row of a score sheet a quantity decides, by the words of both. */
const TOUCHES: readonly (readonly [words: RegExp, row: RegExp])[] = [
  [/三公|公务接待|公务招待|公务用车|公车|出国/, /三公|公务(?:接待|招待|用车)/],
  [/结余|结转/, /结余|结转/],
  [/固定资产/, /固定资产/],
  [/编制|在职|实有/, /人员控制率|在职人员/],
  [/政府采购/, /政府采购/],
  [/公用支出|公用经费/, /公用经费/],
  [/满意/, /满意/],
  [/项目支出|专项资金/, /支付进度|资金使用/],
];

/** What does not fit is shown with the score it may change. */
export function touching(findings: readonly Finding[], sheet: ScoreSheet | undefined): readonly Finding[] {
  if (!sheet) return findings;
  return findings.map((each) => {
    if (
      each.touches !== null ||
      each.verdict === 'consistent' ||
      !['sum', 'equal', 'cross', 'unit', 'order', 'rate'].includes(each.kind)
    )
      return each;
    const found = TOUCHES.find(([words]) => words.test(each.calc));
    const row = found && sheet.rows.find(({ name }) => found[1].test(name));
    return row ? { ...each, touches: row.path } : each;
  });
}
