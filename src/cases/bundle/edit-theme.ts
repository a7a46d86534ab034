import { Type, type Static } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { standingAt } from '../file/place.ts';
import { PAPER_NAME } from '../file/paper.ts';
import { faultsOf } from './check-theme.ts';
import { theme } from './theme.ts';
import { themeItems } from './theme-items.ts';

const Code = (title: string) => Type.String({ title, minLength: 4, maxLength: 100, ref: 'item' });
const Words = (title: string) => Type.String({ title, minLength: 1, maxLength: 200 });
const PLAN = {
  name: Type.String({ title: '一件事名称', minLength: 2, maxLength: 60, pattern: '\\S' }),
  about: Type.Optional(Type.String({ title: '办理说明', maxLength: 2000 })),
  items: Type.Array(
    Type.Object({
      code: Code('事项编码'),
      stage: Type.Integer({ title: '阶段（相同的并行）', minimum: 1, maximum: 20 }),
    }),
    { title: '事项', minItems: 2, maxItems: 40 },
  ),
  feeds: Type.Optional(
    Type.Array(
      Type.Object({
        from: Code('出结果的事项'),
        to: Code('用结果的事项'),
        material: Type.String({ title: '所作材料', ...PAPER_NAME }),
      }),
      { title: '结果互用', maxItems: 100 },
    ),
  ),
  sameQuestions: Type.Optional(
    Type.Array(
      Type.Object({ item: Code('事项编码'), question: Words('该事项的问题'), as: Words('并入的问题') }),
      {
        title: '同一问题',
        maxItems: 100,
      },
    ),
  ),
  isJoint: Type.Optional(Type.Boolean({ title: '统一或联合办理（行政许可法第二十六条）' })),
} as const;
const Plan = Type.Object(PLAN);

const planOf = ({ name, about, items, feeds, sameQuestions, isJoint }: Static<typeof Plan>) => ({
  name: name.trim(),
  about: about?.trim() ?? null,
  items: items.map((each) => ({ ...each, code: each.code.trim() })),
  feeds: feeds ?? [],
  sameQuestions: sameQuestions ?? [],
  isJoint: isJoint ?? false,
});

/** 编制一件事 — several items as one; nobody sees it outside before it is published. */
export const draftTheme = birth(theme, {
  name: 'draft',
  title: '编制一件事',
  may: { 'catalogue.editor': 'place' },
  to: ['draft'],
  input: Type.Object({
    ...PLAN,
    place: Type.String({ title: '所属区划', minLength: 2, maxLength: 40, ref: 'region' }),
  }),
  needs: { place: standingAt },
  decide: ({ input, place }) => ({ ...planOf(input), state: 'draft', place: place.code }),
});

/** 修改一件事 — while it is a draft; one that is out is withdrawn and drafted anew, so that what was applied for stands. */
export const amendTheme = action(theme, {
  name: 'amend',
  title: '修改一件事',
  may: { 'catalogue.editor': 'place' },
  from: ['draft'],
  to: ['draft'],
  input: Plan,
  decide: ({ input }) => ({ ...planOf(input), state: 'draft' }),
});

/** 发布一件事 — by somebody with the right to publish items; every item is offered, every result comes before its use. */
export const publishTheme = action(theme, {
  name: 'publish',
  title: '发布一件事',
  about: '各事项均已发布、结果在前使用在后、问题和材料对得上的才能发布',
  may: { 'catalogue.publisher': 'place' },
  from: ['draft'],
  to: ['published'],
  input: Type.Object({}),
  needs: { known: holding(themeItems) },
  decide({ theme: mine, known, now }) {
    const faults = faultsOf(mine, known);
    if (faults.length > 0) refuse('cases.theme-faulty', { theme: mine.name, faults: faults.join('；') });
    return { state: 'published', publishedAt: now };
  },
});

/** 停用一件事 — no new application; those under way go on. */
export const withdrawTheme = action(theme, {
  name: 'withdraw',
  title: '停用一件事',
  may: { 'catalogue.publisher': 'place' },
  from: ['draft', 'published'],
  to: ['withdrawn'],
  input: Type.Object({ reason: Type.String({ title: '停用原因', minLength: 2, maxLength: 200 }) }),
  decide: ({ input, now }) => ({ state: 'withdrawn', withdrawnAt: now, withdrawnBecause: input.reason }),
});
