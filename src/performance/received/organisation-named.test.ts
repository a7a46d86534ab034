import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganisationTree } from '#organisations/index.ts';
import { openBureau, REGION, type Bureau } from '../testing/bureau.ts';
import { organisationNamed } from './organisation-named.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.close());

const named = (unit: string): string | undefined =>
  organisationNamed(bureau.app.scopes() as OrganisationTree, REGION, unit)?.name;

test.each([
  ['区行政审批服务局', '区行政审批服务局'],
  ['君山区行政审批服务局', '区行政审批服务局'],
  ['岳阳市君山区行政审批服务局', '区行政审批服务局'],
  ['湖南省岳阳市君山区 财政局', '区财政局'],
  ['民政局', '区民政局'], // its short name
  ['君山区民政局', '区民政局'],
  ['君山区许市镇人民政府', '许市镇人民政府'],
  ['许市镇人民政府', '许市镇人民政府'],
])('%s is %s', (unit, name) => {
  expect(named(unit)).toBe(name);
});

test.each([
  '云溪区行政审批服务局',
  '岳阳市云溪区行政审批服务局',
  '岳阳市行政审批服务局',
  '君山区云溪行政审批服务局',
  '局',
])('%s is none of ours', (unit) => {
  expect(named(unit)).toBeUndefined();
});
