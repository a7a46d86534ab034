import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationNamed } from '#organisations/index.ts';
import { Reference, Words, Year } from '../fields.ts';
import { framework } from '../frameworks/framework.ts';
import { defaultSettings } from '../rules/index.ts';
import { evaluation } from './evaluation.ts';
import '../refusals.ts';

/** 建立自评 — one evaluation per organisation and year, on the published form of that year. */
export const beginEvaluation = birth(evaluation, {
  name: 'begin',
  title: '建立绩效自评',
  may: { 'performance.writer': 'organisation' },
  to: ['draft'],
  input: Type.Object({
    organisation: Reference('organisation', '单位'),
    year: Year,
    framework: Reference('framework', '指标体系'),
    units: Type.Optional(
      Type.Array(
        Type.Object({
          key: Type.String({ title: '标识', pattern: '^[a-z][a-z0-9]{0,20}$' }),
          name: Words('名称', 60),
        }),
        { title: '局机关及二级机构', maxItems: 50 },
      ),
    ),
  }),
  needs: {
    named: organisationNamed('organisation'),
    form: find(framework, ({ input }: { readonly input: { readonly framework: string } }) => ({
      id: input.framework,
    })),
  },
  decide({ input, named, form, by, now }) {
    if (form?.state !== 'published') return refuse('performance.framework-open', { name: form?.name ?? '' });
    if (form.year !== input.year)
      refuse('performance.framework-year', { framework: form.year, year: input.year });
    return {
      state: 'draft',
      organisation: named.id,
      organisationName: named.name,
      region: named.region,
      year: input.year,
      framework: form.id,
      units: input.units ?? [{ key: 'bureau', name: '局机关' }],
      figures: {},
      restatements: [],
      goals: {},
      narrative: {},
      sheet: {},
      confirmed: {},
      settings: defaultSettings,
      answers: {},
      evaluators: [],
      writers: [by.id],
      signOffs: [],
      beganAt: now,
    };
  },
});
