import type { FieldFault } from '#lib/refusal.ts';
import { readAmount } from '../fields.ts';
import { columnOf, stateOf, type Figure, type FigureBasis, type Figures } from './figure.ts';
import { knownFigures } from './known.ts';
import type { Unit } from './parts.ts';

/** A figure as it is typed or imported: words, not yet a number. */
export interface TypedFigure {
  readonly key: string;
  /** Absent or empty: blank. */
  readonly value?: string | undefined;
  /** 不适用 */
  readonly isNotApplicable?: boolean | undefined;
  readonly title?: string | undefined;
  readonly unit?: string | undefined;
  readonly source?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly note?: string | undefined;
}
export interface ReadFigures {
  readonly figures: Figures;
  /** By position in the list: `3.value`. */
  readonly faults: readonly FieldFault[];
}
interface Reading {
  readonly before: Figures;
  readonly units: readonly Unit[];
  readonly basis: FigureBasis;
}

/** Reads a list of typed figures; faults name the place, sound figures are kept beside them. Pure. */
export function readFigures(typed: readonly TypedFigure[], reading: Reading): ReadFigures {
  const figures: Record<string, Figure> = {};
  const faults: FieldFault[] = [];
  typed.forEach((each, index) => {
    const read = readFigure(each, reading);
    if ('message' in read) faults.push({ path: `${index}.${read.path}`, message: read.message });
    else figures[each.key] = read;
  });
  return { figures, faults };
}

function readFigure(typed: TypedFigure, { before, units, basis }: Reading): Figure | FieldFault {
  const old = before[typed.key];
  const known = knownFigures.get(columnOf(typed.key));
  const unitKey = typed.key.split('@')[1];
  if (unitKey !== undefined && !units.some((each) => each.key === unitKey))
    return { path: 'key', message: `没有标识为“${unitKey}”的单位行` };
  const title = typed.title ?? old?.title ?? known?.title;
  const unit = typed.unit ?? old?.unit ?? known?.unit;
  if (!title || unit === undefined) return { path: 'title', message: '不在数据目录中，请填写名称和计量单位' };
  const text = typed.value?.trim() ?? '';
  const value = text === '' || typed.isNotApplicable ? null : readAmount(text, unit);
  if (value === undefined) return { path: 'value', message: `“${text}”不是数字` };
  return {
    title,
    unit,
    value,
    state: stateOf(value, !typed.isNotApplicable),
    basis,
    source: typed.source ?? old?.source ?? '',
    evidence: typed.evidence ?? old?.evidence ?? [],
    note: typed.note ?? old?.note ?? '',
    reading: null,
  };
}
