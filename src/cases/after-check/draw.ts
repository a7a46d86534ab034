import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { sha256 } from '#lib/action/engine/canonical.ts';
import { day, instant, integer, json, text } from '#lib/action/column.ts';
import { holding } from '#lib/action/need.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import { organisationTree, regionsCalled, unclearPlace } from '#organisations/index.ts';
import { Place } from '../file/fields.ts';

/** 事后核查抽样 — one draw: asked for by a person, made by the program a moment later, and never again. */
export const afterCheckDraw = noun({
  name: 'after-check-draw',
  as: 'draw',
  path: 'after-check-draws',
  title: '事后核查抽样',
  states: { drawing: '抽取中', drawn: '已抽取' },
  columns: {
    place: text('区划').measured(),
    fromOn: day('办结日期自'),
    toOn: day('办结日期至'),
    percent: integer('抽查比例（%）'),
    /** The hash of the ledger's block that covers the asking: nobody who asks knows it before. */
    seed: text('随机种子').orNull(),
    seedBlock: integer('种子取自账本区块').orNull(),
    askedAt: instant('申请时间').measured(),
    drawnAt: instant('抽取时间').orNull(),
    /** Ids of what could be drawn, by id: anybody can draw again and find the same. */
    members: json<readonly string[]>('总体名单').orNull(),
    membersDigest: text('总体名单摘要（SHA-256）').orNull(),
    population: integer('总体').orNull(),
    size: integer('样本量').orNull(),
    drawn: json<readonly string[]>('抽中名单').orNull(),
  },
  series: 'HC',
  see: { 'cases.inspector': 'place' },
  filters: ['state', 'place'],
});
export type AfterCheckDraw = RowOf<typeof afterCheckDraw>;

const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));

/** 抽取事后核查件 — says from what and how many; the program draws, so that nobody chooses. */
export const askDraw = birth(afterCheckDraw, {
  name: 'draw',
  title: '抽取事后核查件',
  about:
    '从一段时间内办结的、不实行受审分离的办件（即办件和村级事项）中随机抽取一定比例事后核查；种子取自记下本次申请的账本区块，申请人不能选定；总体名单和种子留存，可以重抽验证',
  may: { 'cases.inspector': 'place' },
  to: ['drawing'],
  input: Type.Object({
    from: On('办结日期自'),
    to: On('办结日期至'),
    place: Type.Optional(Place),
    percent: Type.Integer({ title: '抽查比例（%）', minimum: 1, maximum: 100 }),
  }),
  needs: { tree: holding(organisationTree) },
  decide({ input, tree, now }) {
    if (input.to < input.from) refuse('cases.draw-period');
    const meant = input.place === undefined ? [tree.root!] : regionsCalled(tree, input.place);
    if (meant.length !== 1) {
      const message = unclearPlace(input.place ?? '', meant);
      refuse('organisations.no-region', {}, { fields: [{ path: 'place', message }] });
    }
    return {
      state: 'drawing',
      place: meant[0]!.code,
      fromOn: input.from,
      toOn: input.to,
      percent: input.percent,
      askedAt: now,
    };
  },
});

const Ids = (title: string) => Type.Array(Type.String({ format: 'uuid' }), { title });
/** 完成抽取, by the system alone: writes down what was drawn from what. */
export const settleDraw = action(afterCheckDraw, {
  name: 'settle',
  title: '完成抽取',
  may: { 'cases.inspector': 'place' },
  from: ['drawing'],
  to: ['drawn'],
  hidden: true,
  input: Type.Object({
    members: Ids('总体名单'),
    drawn: Ids('抽中名单'),
    seed: Type.String({ title: '随机种子', maxLength: 64 }),
    seedBlock: Type.Integer({ title: '种子取自账本区块', minimum: 1 }),
  }),
  decide: ({ input: { members, drawn, seed, seedBlock }, now }) => ({
    state: 'drawn',
    seed,
    seedBlock,
    drawnAt: now,
    members,
    membersDigest: sha256(members.map((each) => `${each}\n`).join('')),
    population: members.length,
    size: drawn.length,
    drawn,
  }),
});
