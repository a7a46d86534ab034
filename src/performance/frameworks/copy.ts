import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Reference, Year } from '../fields.ts';
import { framework } from './framework.ts';

/** 沿用到新年度 — the copy is a draft; `changes` shows at any time how it departs from the form it came from. */
export const copyFramework = birth(framework, {
  name: 'copy',
  title: '沿用到新年度',
  may: { 'finance.section': 'region' },
  to: ['draft'],
  input: Type.Object({ from: Reference('framework', '沿用自'), year: Year }),
  needs: {
    source: find(framework, ({ input }: { readonly input: { readonly from: string } }) => ({
      id: input.from,
    })),
  },
  decide({ input, source }) {
    if (!source) return refuse('lib.unknown-reference');
    const { name, region, rows, groups } = source;
    const edition = source.year === input.year ? source.edition + 1 : 1;
    return {
      state: 'draft',
      name,
      region,
      rows,
      groups,
      edition,
      year: input.year,
      source: source.source,
      copiedFrom: source.id,
      changes: [],
    };
  },
});
