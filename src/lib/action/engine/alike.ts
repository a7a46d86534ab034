import type { Suite } from '#lib/suite.ts';
import type { Personal } from '../column.ts';
import type { AlikeAsk } from '../need.ts';
import type { Noun, Row } from '../noun.ts';
import type { Loader, Query } from './load.ts';
import { readRow, selectRows } from './row-text.ts';
import { snake } from './rows.ts';

/** Finds rows by a value that a person has said, without opening anything. */
export type AlikeFinder = (ask: AlikeAsk) => Promise<readonly Row[]>;
const MOST = 500;

interface Finding {
  readonly query: Query;
  readonly suite: Suite;
  readonly load: Loader;
}

const fieldOf = (row: Row, name: string): unknown =>
  (row as unknown as Readonly<Record<string, unknown>>)[name];
const isPersonal = ({ columns }: Noun, name: string): boolean => columns[name]?.keeping === 'personal';

/** What is compared: the keyed hash of a personal value, another column as it is; null where nothing was said. */
async function valueOf({ noun, column, like }: AlikeAsk, { suite, load }: Finding): Promise<string | null> {
  if (like.kind === 'plain') {
    if (like.plain === null || !isPersonal(noun, column)) return like.plain;
    return suite.lookUp(like.plain, noun.columns[column]!.mask!);
  }
  const [row] = await load.rows(like.noun, like.where);
  const found = row && fieldOf(row, like.column);
  return (isPersonal(like.noun, like.column) ? (found as Personal | null)?.hash : (found as string)) ?? null;
}

export const alikeFinder =
  (finding: Finding): AlikeFinder =>
  async (ask) => {
    const value = await valueOf(ask, finding);
    if (value === null) return [];
    const { noun, column } = ask;
    const kept = isPersonal(noun, column) ? `r.${snake(column)} ->> 'hash'` : `r.${snake(column)}`;
    const found = await finding.query(
      selectRows(noun, `where ${kept} = $1 order by r.id desc limit ${MOST}`),
      [value],
    );
    return found.map((record) => readRow(noun, record));
  };
