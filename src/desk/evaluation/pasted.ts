import { grouped, readNumber } from '#desk/form/number.ts';
import { cellKey } from './figure-groups.ts';
import type { Evaluation } from './model.ts';

/** A cell that was read from pasted rows, or why it was not. */
export interface PastedCell {
  readonly line: number;
  readonly text: string;
  readonly name: string;
  /** Null when no figure has this name, or the text is no number. */
  readonly row: { readonly key: string; readonly value?: string; readonly source?: string } | null;
  readonly said: string;
}
interface Known {
  readonly key: string;
  readonly unit: string;
}

const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’《》()（）:：,，.、]/g, '')
    .replace(/(万元|亿元|元|件|条|人|台|个|项)$/, '');

/** Figures by their names and keys, those that are lacking included. */
function knownFigures({
  figures,
  assessment,
}: Pick<Evaluation, 'figures' | 'assessment'>): ReadonlyMap<string, Known> {
  const lacking = assessment.missing.flatMap((each) =>
    each.figures.map(({ key, name }) => [key, name, '万元'] as const),
  );
  const entered = Object.entries(figures)
    .filter(([key]) => !key.includes('@'))
    .map(([key, figure]) => [key, figure.title, figure.unit] as const);
  return new Map(
    [...lacking, ...entered].flatMap(([key, name, unit]) => [
      [bare(name), { key, unit }] as const,
      [key, { key, unit }] as const,
    ]),
  );
}

type Content = Pick<Evaluation, 'figures' | 'units' | 'assessment'>;

function readLine(text: string, at: number, known: ReadonlyMap<string, Known>): PastedCell {
  const [name = '', value = '', source = ''] = text.split('\t').map((part) => part.trim());
  const shown = { line: at + 1, text: value, name };
  const found = known.get(bare(name)) ?? known.get(name);
  if (!found) return { ...shown, row: null, said: '没有这个名称的数据项' };
  const from = source === '' ? {} : { source };
  if (value === '') return { ...shown, row: { key: cellKey(found.key, ''), ...from }, said: '空白' };
  const read = readNumber(value, found.unit);
  if ('fault' in read) return { ...shown, row: null, said: read.fault };
  return {
    ...shown,
    row: { key: found.key, value: read.value, ...from },
    said: `读作 ${grouped(read.value)} ${found.unit}`,
  };
}

/** Rows copied from a worksheet: name, value, source, a tab between; a heading that names nothing is left out. */
export function readPasted(text: string, content: Content): readonly PastedCell[] {
  const known = knownFigures(content);
  const cells = text
    .split(/\r?\n/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => readLine(line, at, known));
  return cells.filter((cell, index) => index > 0 || cell.row !== null || /\d/.test(cell.text));
}
