import { expect, test } from 'vitest';
import { findItemCode } from '../codes/item-code.ts';
import { courseOf } from '../course/course.ts';
import { missingOf } from '../elements/fill.ts';
import { lintItem } from '../lint/lint.ts';
import { NATIONAL_DIGITS } from '../codes/types.ts';
import { SEALS, SECTIONS, UNDIFFERENTIATED } from './bodies.ts';
import { offersOf } from './offers.ts';

const TOWNS = ['甲镇人民政府', '乙镇人民政府'];
const offers = offersOf(TOWNS);
const courses = offers.map(({ elements }) => ({ elements, course: courseOf(elements) }));

test('every item is complete, has no fault and a code of its own that reads back', () => {
  for (const { code, elements } of offers) {
    expect([elements.name, missingOf(elements)]).toEqual([elements.name, []]);
    const remarks = lintItem(elements, NATIONAL_DIGITS);
    expect([elements.name, remarks]).toEqual([elements.name, []]);
    expect(findItemCode(code)?.basic).toBe(elements.basicCode);
  }
  expect(new Set(offers.map(({ code }) => code)).size).toBe(offers.length);
});

test('every kind of course is there', () => {
  const count = (is: (each: (typeof courses)[number]) => boolean): number => courses.filter(is).length;
  expect(count(({ course }) => course.isInstant)).toBeGreaterThan(10);
  expect(count(({ course }) => course.stages.length > 1 && course.stages[0]!.length > 1)).toBeGreaterThan(3);
  expect(count(({ course }) => course.surveys.length > 1)).toBeGreaterThan(5);
  expect(count(({ course }) => course.mayFollow.length > 0)).toBeGreaterThan(10);
  expect(count(({ course }) => course.commitment !== null)).toBeGreaterThan(5);
  expect(count(({ elements }) => elements.specialProcedures!.length > 0)).toBeGreaterThan(5);
  expect(count(({ course }) => course.situations.length > 0)).toBeGreaterThan(1);
  expect(['3', '4', '5', '6'].map((level) => count(({ elements }) => elements.level === level) > 2)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('towns have their own item each; eleven sections, sixteen seals, fourteen departments at one window', () => {
  const named = offers.filter(({ elements }) => elements.name === '生育登记');
  expect(named.map(({ elements }) => elements.body)).toEqual(TOWNS);
  expect([SECTIONS.length, SEALS.length, UNDIFFERENTIATED.length]).toEqual([11, 16, 14]);
  expect(new Set(SEALS).size).toBe(16);
});
