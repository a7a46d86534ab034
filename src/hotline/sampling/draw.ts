import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { Place } from '../order/fields.ts';
import { placeNamed } from '../places.ts';
import { callBackDraw, type Outside } from './call-back-draw.ts';
import type { Drawn } from './draw-orders.ts';
import { digestOf, type Members } from './members.ts';
import { samplingRules } from './rules.ts';
import './refusals.ts';

const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));

/** 抽取回访样本 — says from what and how; the list is drawn by the program a moment later, so that nobody chooses. */
export const draw = birth(callBackDraw, {
  name: 'draw',
  title: '抽取回访样本',
  about: '从一段时间内办结、还没有回访过的工单中分层抽取回访样本；总体名单、种子和抽中名单留存，可以重抽验证',
  may: { 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  to: ['drawing'],
  input: Type.Object({
    from: On('办结日期自'),
    to: On('办结日期至'),
    place: Type.Optional(Place),
    size: Type.Optional(
      Type.Integer({ title: '样本量（不填则按规则计算，填多少抽多少）', minimum: 1, maximum: 20_000 }),
    ),
    seed: Type.Optional(Type.String({ title: '随机种子（不填则自动产生）', minLength: 1, maxLength: 60 })),
  }),
  needs: { tree: holding(organisationTree), rules: settingNow(samplingRules) },
  decide({ input, tree, rules, now, id }) {
    if (input.to < input.from) refuse('hotline.draw-period');
    const root = tree.root ?? refuse('hotline.no-place', { place: '' });
    return {
      id: id(0),
      state: 'drawing',
      place: input.place === undefined ? root.code : placeNamed(tree, input.place).code,
      fromOn: input.from,
      toOn: input.to,
      seed: input.seed ?? id(1),
      wantedSize: input.size ?? null,
      rules,
      askedAt: now,
    };
  },
});

/** 完成抽取, by the system alone: writes down what was drawn from what. */
export const settleDraw = action(callBackDraw, {
  name: 'settle',
  title: '完成抽取',
  may: { 'hotline.supervisor': 'place' },
  from: ['drawing'],
  to: ['drawn'],
  hidden: true,
  input: Type.Object({
    outside: Type.Unsafe<Outside>(Type.Object({}, { additionalProperties: true })),
    members: Type.Unsafe<readonly Members[]>(Type.Array(Type.Unknown())),
    sample: Type.Unsafe<Drawn>(Type.Object({}, { additionalProperties: true })),
  }),
  decide: ({ input: { outside, members, sample }, now }) => ({
    state: 'drawn',
    drawnAt: now,
    outside,
    members,
    membersDigest: digestOf(members),
    ...sample,
  }),
});
