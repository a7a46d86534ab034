import { tight } from '../text/fold.ts';
import type { RawCell } from './raw.ts';

const NAME = /^(?:栏次|行次|序号|栏目|栏)$/;

/** 栏次 | 1 | 2 | 3: columns numbered from one on; with their name two are enough, without it three. */
export function isCounterRow(row: readonly (RawCell | undefined)[]): boolean {
  const words = [...new Set(row)].flatMap((cell) => {
    const word = tight(cell?.text ?? '');
    return word === '' ? [] : [word];
  });
  const named = words.some((word) => NAME.test(word));
  const numbers = words.filter((word) => !NAME.test(word)).map((word) => word.replace(/^[(](.*)[)]$/, '$1'));
  return (
    numbers.length >= (named ? 1 : 3) &&
    numbers.every((word, at) => new RegExp(`^${at + 1}(?:[=＝].*)?$`).test(word))
  );
}
