import type { FieldFault } from '#lib/refusal.ts';
import { readAmount } from '../fields.ts';
import { columnOf, stateOf, type Figure, type FigureBasis, type Figures } from './figure.ts';
import { valueFault } from './figure-faults.ts';
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
  const seen = new Set<string>();
  typed.forEach((each, index) => {
    if (each.key !== '' && seen.has(each.key)) {
      faults.push({ path: `${index}.key`, message: '同一数据项重复填写' });
      return;
    }
    seen.add(each.key);
    const read = readFigure(each, reading);
    if ('message' in read) faults.push({ path: `${index}.${read.path}`, message: read.message });
    else figures[each.key] = read;
  });
  return { figures, faults };
}

/** Neither in the catalogue nor entered before: a figure of one's own needs both words. */
function unnamed({ title, unit }: TypedFigure): FieldFault {
  if (!title && !unit)
    return { path: 'key', message: '没有这个数据项；自设的数据项请同时填写名称和计量单位' };
  return title ? { path: 'unit', message: '请填写计量单位' } : { path: 'title', message: '请填写名称' };
}

function readFigure(typed: TypedFigure, { before, units, basis }: Reading): Figure | FieldFault {
  const old = before[typed.key];
  const known = knownFigures.get(columnOf(typed.key));
  const unitKey = typed.key.split('@')[1];
  if (unitKey !== undefined && !units.some((each) => each.key === unitKey))
    return { path: 'key', message: `没有标识为“${unitKey}”的单位行` };
  const title = typed.title ?? old?.title ?? known?.title;
  const unit = typed.unit ?? old?.unit ?? known?.unit;
  if (!title || unit === undefined) return unnamed(typed);
  const text = typed.value?.trim() ?? '';
  const isBlank = text === '' || typed.isNotApplicable === true;
  const fault = isBlank ? undefined : valueFault({ key: typed.key, text, title, unit });
  if (fault !== undefined) return { path: 'value', message: fault };
  const value = isBlank ? null : readAmount(text, unit)!;
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
