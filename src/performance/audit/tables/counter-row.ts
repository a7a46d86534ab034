import { tight } from '../text/fold.ts';
import type { RawCell } from './raw.ts';

const NAME = /^(?:栏次|行次|序号|栏目|栏)$/;

/** 甲 | 乙 | 1 | 2: the columns of labels are lettered in the order of the stems, as the forms of statistics have it. */
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const isStem = (word: string, at: number): boolean => word !== '' && word === STEMS[at];

/** 栏次 | 1 | 2 | 3: columns numbered from one on; with their name one is enough, behind letters two, without either three. */
export function isCounterRow(row: readonly (RawCell | undefined)[]): boolean {
  const words = [...new Set(row)].flatMap((cell) => {
    const word = tight(cell?.text ?? '');
    return word === '' ? [] : [word];
  });
  const stems = words.findIndex((word, at) => !isStem(word, at));
  const fewest = words.some((word) => NAME.test(word)) ? 1 : stems === 0 ? 3 : 2;
  const numbers = words
    .slice(Math.max(stems, 0))
    .filter((word) => !NAME.test(word))
    .map((word) => word.replace(/^[(](.*)[)]$/, '$1'));
  return (
    numbers.length >= fewest && numbers.every((word, at) => new RegExp(`^${at + 1}(?:[=＝].*)?$`).test(word))
  );
}
