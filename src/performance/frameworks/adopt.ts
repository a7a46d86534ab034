import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { birth } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { regionNamed } from '#organisations/index.ts';
import { Year } from '../fields.ts';
import { framework } from './framework.ts';
import { shippedFrameworks } from './shipped/index.ts';
import '../refusals.ts';

const titles = Object.fromEntries(
  Object.entries(shippedFrameworks).map(([key, form]) => [key, `${form.name}（${form.source}）`]),
);

/** 采用自带的指标体系 — a form that ships with the program becomes the region's own draft for a year. */
export const adoptFramework = birth(framework, {
  name: 'adopt',
  title: '采用指标体系',
  may: { 'finance.section': 'region' },
  to: ['draft'],
  input: Type.Object({
    form: oneOf(titles, '自带的指标体系'),
    region: Type.String({ title: '区划', pattern: '^[0-9]{6,12}$', ref: 'region' }),
    year: Type.Optional(Year),
  }),
  needs: { region: regionNamed('region') },
  decide({ input, region }) {
    const form = shippedFrameworks[input.form];
    if (!form) return refuse('performance.no-form', { form: input.form });
    const { name, edition, source, rows, groups } = form;
    const year = input.year ?? form.year;
    return {
      state: 'draft',
      name,
      edition,
      source,
      rows,
      groups,
      year,
      region: region.code,
      changes: [],
    };
  },
});
