import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { On } from '../fields.ts';
import { basisCheck } from './check.ts';
import { NOTICE_KINDS } from '../words.ts';
import { legalBasisNotice } from './notice.ts';

const MAY = { 'catalogue.editor': 'anyone' } as const;
/** The program itself; nobody is granted it. */
const CLOCK = { system: 'anyone' } as const;
const Note = Type.String({ title: '说明', minLength: 2, maxLength: 500 });

/** 登记依据变动 — every item that cites it is listed for checking within a minute. */
export const announceNotice = birth(legalBasisNotice, {
  name: 'announce',
  title: '登记依据变动',
  about: '法规废止、条款序号变动或修改后登记；引用它的事项一分钟内逐项列入待核对',
  may: MAY,
  to: ['open'],
  input: Type.Object({
    title: Type.String({ title: '法规名称', minLength: 2, maxLength: 200 }),
    article: Type.Optional(
      Type.String({
        title: '条款，如“第七条”（不填为整部）',
        maxLength: 100,
        pattern: '第.+条',
        wrong: '应如“第七条”',
      }),
    ),
    kind: oneOf(NOTICE_KINDS, '变动'),
    happenedOn: On('施行日期'),
    replacedBy: Type.Optional(Type.String({ title: '由何替代', maxLength: 300 })),
    document: Type.String({ title: '来源（公告、文号或网址）', minLength: 2, maxLength: 300 }),
  }),
  decide: ({ input, now }) => ({
    state: 'open',
    title: input.title.replace(/[《》]/g, '').trim(),
    article: input.article ?? null,
    kind: input.kind,
    happenedOn: input.happenedOn,
    replacedBy: input.replacedBy ?? null,
    document: input.document,
    noticedOn: dayOf(now),
  }),
});

/** 办结 — when every item has been checked. */
export const settleNotice = action(legalBasisNotice, {
  name: 'settle',
  title: '办结',
  may: MAY,
  from: ['open'],
  to: ['settled'],
  input: Type.Object({ note: Note }),
  needs: { checks: rows(basisCheck, ({ row }: { row: { id: string } }) => ({ notice: row.id })) },
  decide({ input, checks, now }) {
    const count = checks.filter(({ state }) => state === 'open').length;
    if (count > 0) refuse('catalogue.unchecked', { count });
    return { state: 'settled', settledOn: dayOf(now), note: input.note };
  },
});

/** 列入核对 — by the program, for an item that cites what changed. */
export const openCheck = birth(basisCheck, {
  name: 'open',
  title: '列入核对',
  may: CLOCK,
  hidden: true,
  to: ['open'],
  input: Type.Object({
    notice: Type.String({ format: 'uuid' }),
    item: Type.String({ format: 'uuid' }),
    place: Type.String(),
    organisation: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
    cited: Type.String(),
  }),
  decide: ({ input, now }) => ({ state: 'open', ...input, openedOn: dayOf(now) }),
});

/** 核对无误 — it still holds, or another article says it: with the reason, so that nobody asks again. */
export const keepBasis = action(basisCheck, {
  name: 'keep',
  title: '核对无误',
  may: { 'catalogue.editor': 'place' },
  from: ['open'],
  to: ['kept'],
  input: Type.Object({ note: Note }),
  decide: ({ input, now }) => ({ state: 'kept', closedOn: dayOf(now), note: input.note }),
});

/** 已修订 — by the program, when the item no longer cites it. */
export const reviseBasis = action(basisCheck, {
  name: 'revise',
  title: '已修订',
  may: CLOCK,
  hidden: true,
  from: ['open'],
  to: ['revised'],
  input: Type.Object({}),
  decide: ({ now }) => ({ state: 'revised', closedOn: dayOf(now) }),
});
