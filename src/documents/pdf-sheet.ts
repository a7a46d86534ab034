import type { Orientation, PaperSheet } from './paper.ts';

const mm = (length: number): number => (length * 72) / 25.4;

type Margins = [left: number, top: number, right: number, bottom: number];
interface Room {
  readonly width: number;
  readonly height: number;
}
/** What a page is while it is set, in points, and how many times larger it is printed. */
export interface SetPage {
  /** Printed size of an upright page. */
  readonly size: Room;
  readonly scale: number;
  readonly margins: Readonly<Record<Orientation, Margins>>;
  /** Between the margins, as set. */
  readonly room: Readonly<Record<Orientation, Room>>;
}

const A4 = { width: mm(210), height: mm(297) } as const;
/** GB/T 9704 for what is filed. */
const FILED: SetPage['margins'] = {
  portrait: [mm(28), mm(37), mm(26), mm(35)],
  landscape: [mm(25), mm(28), mm(25), mm(26)],
};
const even = (margin: number): SetPage['margins'] => {
  const all: Margins = [margin, margin, margin, margin];
  return { portrait: all, landscape: all };
};

/**
 * Sheets of the A row have one shape, so a page is set as an A4 page, larger or smaller by `spread`, and printed to its
 * size: the more it is spread, the more room and the smaller the letters. The first spread that holds everything on one
 * page is taken; where none does, the last.
 */
const SHEETS: Readonly<
  Record<
    PaperSheet,
    { readonly times: number; readonly spreads: readonly number[]; readonly margin: number | null }
  >
> = {
  A4: { times: 1, spreads: [1], margin: null },
  // Letters of 34 points down to 14 on the wall.
  A1: { times: Math.sqrt(8), spreads: [1, 1.25, 1.6, 2, 2.4], margin: mm(16) },
  // Letters of 8.5 points down to 6.7 on a card.
  A6: { times: 0.5, spreads: [0.71, 0.8, 0.9], margin: mm(12) },
};

const roomOf = (page: Room, [left, top, right, bottom]: Margins): Room => ({
  width: page.width - left - right,
  height: page.height - top - bottom,
});

/** The ways to set a sheet, from the largest letters to the smallest. */
export function waysToSet(sheet: PaperSheet): readonly SetPage[] {
  const { times, spreads, margin } = SHEETS[sheet];
  const size = { width: A4.width * times, height: A4.height * times };
  return spreads.map((spread) => {
    const upright = { width: A4.width * spread, height: A4.height * spread };
    const margins = margin === null ? FILED : even(margin);
    const lying = { width: upright.height, height: upright.width };
    return {
      size,
      scale: times / spread,
      margins,
      room: {
        portrait: roomOf(upright, margins.portrait),
        landscape: roomOf(lying, margins.landscape),
      },
    };
  });
}

const LENGTHS: ReadonlySet<string> = new Set([
  'fontSize',
  'margin',
  'pageMargins',
  'widths',
  'leadingIndent',
]);
const times = (value: unknown, scale: number): unknown => {
  if (typeof value === 'number') return value * scale;
  return Array.isArray(value) ? value.map((each) => times(each, scale)) : value;
};

/** Enlarges what was set for pdfmake, in place: it notes positions on these very objects. */
export function enlarge(set: unknown, scale: number, seen = new Set<object>()): void {
  if (scale === 1 || typeof set !== 'object' || set === null || seen.has(set)) return;
  seen.add(set);
  const record = set as Record<string, unknown>;
  for (const [key, value] of Object.entries(record)) {
    if (LENGTHS.has(key)) record[key] = times(value, scale);
    else if (key === 'layout') record[key] = enlargedRules(value as TableRules, scale);
    else enlarge(value, scale, seen);
  }
}

type TableRules = Readonly<Record<string, () => number>>;
const enlargedRules = (rules: TableRules, scale: number): TableRules =>
  Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, () => rule() * scale]));
