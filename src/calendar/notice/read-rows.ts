import { parseCsv } from '#documents/index.ts';
import { readDay } from '#lib/read-day.ts';
import { Refusal, type FieldFault } from '#lib/refusal.ts';
import { dayNumber, formatDay, weekdayOfNumber, yearOf, type Day } from '#lib/time.ts';
import '../refusals.ts';
import type { CalendarTable, DayKind } from '../table.ts';
import { isWorking } from '../working-days.ts';

/** A row as it was sent: as JSON, or a line of CSV. */
export interface SentRow {
  readonly on: string;
  readonly kind: string;
  readonly name: string;
}
interface ArrangedDay {
  readonly on: Day;
  readonly kind: DayKind;
  readonly name: string;
}
/** A sent row and where it stood, for sentences about it. */
interface Placed extends SentRow {
  readonly path: (column: keyof SentRow) => string;
  readonly where: string;
}

const WORDS: Readonly<Record<DayKind, readonly string[]>> = {
  holiday: ['holiday', '放假', '休假', '休息', '休'],
  'make-up': ['make-up', '调休上班', '上班', '补班', '班'],
  ordinary: ['ordinary', '恢复正常', '正常'],
};
const KINDS: ReadonlyMap<string, DayKind> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as DayKind])),
);
const HEADS: Readonly<Record<keyof SentRow, readonly string[]>> = {
  on: ['日期', 'date', 'on'],
  kind: ['类型', '安排', 'kind', 'type'],
  name: ['节日', '节日名称', '名称', 'name'],
};

/** Lines of CSV; a head line may name the columns in any order, without one they are 日期, 类型, 节日. */
function placedCsv(csv: string): readonly Placed[] {
  const lines = parseCsv(csv);
  const head = lines[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const found = (column: keyof SentRow): number => head.findIndex((each) => HEADS[column].includes(each));
  const hasHead = found('on') >= 0;
  const place = { on: 0, kind: 1, name: 2 };
  if (hasHead) Object.assign(place, { on: found('on'), kind: found('kind'), name: found('name') });
  const cell = (cells: readonly string[], column: keyof SentRow): string =>
    cells[place[column]]?.trim() ?? '';
  return lines.slice(hasHead ? 1 : 0).map(({ line, cells }) => ({
    on: cell(cells, 'on'),
    kind: cell(cells, 'kind'),
    name: cell(cells, 'name'),
    path: () => 'csv',
    where: `第 ${line} 行：`,
  }));
}

const placedJson = (rows: readonly SentRow[]): readonly Placed[] =>
  rows.map((row, index) => ({ ...row, path: (column) => `days.${index}.${column}`, where: '' }));

/** New Year's days of a year may lie in the December before. */
const isOfYear = (on: Day, year: number): boolean =>
  yearOf(on) === year || (yearOf(on) === year - 1 && on.slice(5, 7) === '12');

interface Arrangement {
  readonly days: readonly SentRow[];
  readonly csv: string;
  /** Null for a change of an earlier arrangement: it may touch any day. */
  readonly year: number | null;
}

/** What is wrong with one row; at most one sentence per column. */
function faultsOf(row: Placed, year: number | null, table: CalendarTable): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const say = (column: keyof SentRow, message: string): void =>
    void faults.push({ path: row.path(column), message: `${row.where}${message}` });
  const on = readDay(row.on);
  const kind = KINDS.get(row.kind.trim());
  if (!on) say('on', `「${row.on}」不是日期，应如 2027-02-06`);
  else if (year !== null && !isOfYear(on, year)) say('on', `${formatDay(on)}不在 ${year} 年的安排之内`);
  if (!kind) say('kind', `「${row.kind}」应为放假、调休上班或恢复正常`);
  // The commonest slip of the pen: a Monday entered as a make-up day. Nobody makes up on a day that is worked anyway.
  else if (on && kind === 'make-up' && weekdayOfNumber(dayNumber(on)) <= 5 && isWorking(table, dayNumber(on)))
    say('kind', `${formatDay(on)}本来就是工作日，不必调休上班`);
  if (!/^\S.{0,39}$/u.test(row.name.trim())) say('name', '应填写节日名称，至多 40 个字');
  return faults;
}

function twice(rows: readonly Placed[]): readonly FieldFault[] {
  const seen = new Set<Day>();
  return rows.flatMap((row) => {
    const on = readDay(row.on);
    if (!on || !seen.has(on)) return on && seen.add(on) ? [] : [];
    return [{ path: row.path('on'), message: `${row.where}${formatDay(on)}列了两次` }];
  });
}

/** The days of an announcement, read tolerantly. Refuses all of them when one row is wrong, naming every wrong row. */
export function readRows({ days, csv, year }: Arrangement, table: CalendarTable): readonly ArrangedDay[] {
  const rows = [...placedJson(days), ...placedCsv(csv)];
  const faults = [...rows.flatMap((row) => faultsOf(row, year, table)), ...twice(rows)];
  if (rows.length === 0)
    throw new Refusal(
      'calendar.no-rows',
      {},
      { fields: [{ path: 'days', message: '请填写日期或粘贴表格' }] },
    );
  if (faults.length > 0)
    throw new Refusal('calendar.broken-rows', { count: faults.length }, { fields: faults });
  return rows.map((row) => ({
    on: readDay(row.on)!,
    kind: KINDS.get(row.kind.trim())!,
    name: row.name.trim(),
  }));
}
