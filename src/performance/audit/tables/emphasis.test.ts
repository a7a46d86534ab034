import { expect, test } from 'vitest';
import { rawCell } from './raw.ts';

test.each([
  ['**合计**', '合计'],
  ['__合计__', '合计'],
  ['~~合计~~（万元）', '合计（万元）'],
  ['**95.60**', '95.60'],
  ['张**', '张**'],
  ['**', '**'],
])('%s is %s', (text, plain) => expect(rawCell(text, 1).text).toBe(plain));
