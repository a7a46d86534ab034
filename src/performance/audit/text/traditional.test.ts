import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';
import { fold } from './fold.ts';
import { simplified } from './traditional.ts';

describe('traditional script', () => {
  test('is read as simplified, position by position', () => {
    const text = '全縣辦結訴求１２３件，與上年後半相較，徵收稅費、準備範圍仍於複核';
    expect(fold(text)).toBe('全县办结诉求123件，与上年后半相较，征收税费、准备范围仍于复核');
    expect(fold(text)).toHaveLength(text.length);
  });

  test('leaves characters that simplified texts write too', () => {
    const text = '著名景点覆盖率乾隆年间';
    expect(simplified(text)).toBe(text);
  });

  test.each([
    ['熱線共受理訴求860件，其中諮詢520件、投訴240件、求助110件。', 'sum'], // 870
    ['非稅收入完成320萬元，占年初預算400萬元的88%。', 'rate'], // 80 %
  ])('is held to its figures: %s', (text, kind) => {
    expect(accused(text)).toContain(kind);
  });

  test('and confirmed where they fit', () => {
    expect(said('非稅收入完成320萬元，占年初預算400萬元的80%。', 'consistent')).toContain('rate');
  });
});
