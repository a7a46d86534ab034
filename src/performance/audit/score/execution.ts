import type { Table } from '../tables/table.ts';
import { quote } from '../text/fold.ts';
import type { SheetRow } from './sheet.ts';

/**
 * 预算执行率 of the Ministry's table: its score stands beside the money, not among the indicators, and counts in the total.
 * Source: 财预〔2020〕10号 (执行率 10分).
 */
export function executionRows(table: Table): readonly SheetRow[] {
  const named = (pattern: RegExp) => table.columns.find((column) => pattern.test(column.name));
  const full = named(/^分值$|^权重/);
  const score = named(/得分$/);
  const rate = named(/执行率|完成率/);
  if (!full || !score || !named(/预算|执行数|支出/)) return [];
  // 预算数 | 执行数 | 分值 | 得分: some forms leave the rate itself to the reader.
  if (!rate && !(named(/预算数/) && named(/执行数/))) return [];
  return table.rows.slice(0, 60).flatMap((row) => {
    const weight = row.cells[full.index]?.figure;
    const claimed = row.cells[score.index]?.figure;
    const cell = row.cells[score.index];
    if (!weight || !claimed || !cell || (!rate && !/资金总额/.test(row.label))) return [];
    const place = { line: cell.line, place: `${row.label} / 得分`, text: quote(cell.text) };
    const text = {
      rule: '',
      definition: '',
      target: '',
      actual: '',
      reason: '',
      notes: [],
      standing: 'counted',
    } as const;
    const execution = rate && row.cells[rate.index]?.figure;
    const name = '预算执行率';
    return [
      {
        ...text,
        path: name,
        name,
        groups: [],
        full: weight.value,
        shared: undefined,
        claimed: claimed.value,
        decimals: claimed.decimals,
        execution,
        place,
        scorePlace: place,
      },
    ];
  });
}
