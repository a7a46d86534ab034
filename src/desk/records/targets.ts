import type { ActionShown, ColumnShown, NounShown } from '#desk/api/program.ts';
import { bare, properties } from '#desk/form/schema.ts';

interface Asked {
  readonly noun: NounShown;
  readonly name: string;
  readonly column: ColumnShown | undefined;
}
/** Columns that hold a unit, whatever they are called after. */
const UNITS: ReadonlySet<string> = new Set([
  'handler',
  'unit',
  'lead',
  'owner',
  'cameBackHandler',
  'department',
]);

interface Known {
  readonly nouns: readonly NounShown[];
  readonly actions: readonly ActionShown[];
}

/** The noun a form's field of this name asks for. */
function refOf(actions: readonly ActionShown[], name: string): string | undefined {
  for (const { input } of actions) {
    const field = properties(input).find(([each]) => each === name)?.[1];
    const ref = field && bare(field).ref;
    if (ref !== undefined) return ref;
  }
  return undefined;
}

/**
 * The noun whose id a column holds: the one it is called like, wholly or by its last word (`noticeId` is a
 * calendar-notice), the one its form asks for, or its own (`parent`, `successor`).
 */
export function targetOf({ nouns, actions }: Known, { noun, name, column }: Asked): NounShown | undefined {
  if (column?.type !== 'uuid') return undefined;
  const said = UNITS.has(name) ? 'organisation' : name.replace(/Id$/, '');
  const hyphened =
    said === 'case' ? 'case-file' : said.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const ref = refOf(
    actions.filter((each) => each.noun === noun.name),
    said,
  );
  return (
    nouns.find((each) => each.name === said || each.name === hyphened) ??
    nouns.find((each) => each.name === ref) ??
    nouns.find((each) => each.name.endsWith(`-${said}`)) ??
    (said === 'subject' ? undefined : noun)
  );
}

const REGIONS: ReadonlySet<string> = new Set(['region', 'scope', 'place']);
/** Whether a column holds a region's code or a scope, which the tree of regions and organisations names. */
export const isScope = ({ noun, name, column }: Asked): boolean =>
  column?.type === 'text' &&
  (REGIONS.has(name) || (noun.name === 'region' && (name === 'parent' || name === 'successor')));
