import type { ColumnShown, NounShown } from '#desk/api/program.ts';

/** Columns a list shows: what is short and says something; ids, long texts and lists stay in the detail. */
const MOST = 6;

export function listColumns(noun: NounShown): readonly (readonly [string, ColumnShown])[] {
  return Object.entries(noun.columns)
    .filter(([, column]) => column.type !== 'uuid' && column.keeping !== 'prose')
    .filter(([, column]) => column.type !== 'jsonb' || column.keeping === 'personal')
    .slice(0, MOST);
}
