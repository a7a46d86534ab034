import { expect, test } from 'vitest';
import { madeOf } from './made-of.ts';

const line = (year: number, module: string, scenario = 'careless') => ({ year, module, scenario });

test('each simulated year is named with what was made of it; what lies on the desks today names no year', () => {
  const all = [line(2020, 'cases'), line(2020, 'hotline'), line(2026, 'hotline', 'desk')];
  expect(madeOf(all)).toBe('2020 年的办件、工单和当前在办的工单');
  expect(madeOf([line(2021, 'hotline'), line(2020, 'cases')])).toBe('2020 年的办件和2021 年的工单');
  expect(madeOf([])).toBe('');
});
