import { expect, test } from 'vitest';
import { isResidentId } from './resident-id.ts';

// 1×7+1×9+0×10+1×5+0×8+5×4+1×2+9×1+4×6+9×3+1×7+2×9+3×10+1×5+0×8+0×4+2×2 = 167, 167 mod 11 = 2, which is written X.
test('the sample number of the standard is right', () => {
  expect(isResidentId('11010519491231002X')).toBe(true);
  expect(isResidentId('11010519491231002x')).toBe(true);
});
test.each([
  ['another check character', '110105194912310021'],
  ['a day that does not exist', '11010519491331002X'],
  ['too short', '11010519491231002'],
  ['two digits changed about', '11010519491213002X'],
])('%s is refused', (_, number) => {
  expect(isResidentId(number)).toBe(false);
});
