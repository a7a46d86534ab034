import { printRule } from '../rules/index.ts';
import type { FrameworkBody, FrameworkRow } from './row.ts';

export type FrameworkPart = 'row' | 'weight' | 'rule' | 'definition' | 'own' | 'group' | 'remark';
/** One difference between two forms; `before` or `after` is null where the row is new or gone. */
export interface FrameworkChange {
  readonly path: string;
  readonly part: FrameworkPart;
  readonly before: string | null;
  readonly after: string | null;
}
type Compared = Pick<FrameworkBody, 'rows' | 'groups'>;

const parts: readonly (readonly [FrameworkPart, (row: FrameworkRow) => string])[] = [
  ['weight', (row) => row.weight],
  ['rule', (row) => printRule(row.rule)],
  ['definition', (row) => row.definition],
  ['own', (row) => (row.isGeneric ? '可调整为个性化指标' : '共性指标')],
  ['remark', (row) => row.remark],
];

function compareRows(
  path: string,
  a: FrameworkRow | undefined,
  b: FrameworkRow | undefined,
): FrameworkChange[] {
  if (!a || !b) return [{ path, part: 'row', before: a?.name ?? null, after: b?.name ?? null }];
  return parts.flatMap(([part, say]) =>
    say(a) === say(b) ? [] : [{ path, part, before: say(a), after: say(b) }],
  );
}

const byPath = <T extends { readonly path: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((each) => [each.path, each]));

/** What changed from form `a` to form `b`, in the order of `b`, what is gone last. */
export function compareFrameworks(a: Compared, b: Compared): readonly FrameworkChange[] {
  const [rowsA, rowsB, groupsA, groupsB] = [
    byPath(a.rows),
    byPath(b.rows),
    byPath(a.groups),
    byPath(b.groups),
  ];
  const rows = [...new Set([...rowsB.keys(), ...rowsA.keys()])].flatMap((path) =>
    compareRows(path, rowsA.get(path), rowsB.get(path)),
  );
  const groups = [...new Set([...groupsB.keys(), ...groupsA.keys()])].flatMap((path): FrameworkChange[] => {
    const [before, after] = [groupsA.get(path)?.weight ?? null, groupsB.get(path)?.weight ?? null];
    return before === after ? [] : [{ path, part: 'group', before, after }];
  });
  return [...rows, ...groups];
}
