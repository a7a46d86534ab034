import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { PaperNames } from './fields.ts';
import { broughtIn } from './paper.ts';

/** 收件 — somebody has looked at what came from afar. The papers count from the day they came, not from this one. */
export const receive = action(caseFile, {
  name: 'receive',
  title: '收件',
  about: '核对网上、邮寄来的材料并出具收件凭证；告知期限自收到之日起算',
  may: { 'cases.clerk': 'place' },
  from: ['applied'],
  to: ['received'],
  input: Type.Object({ papers: Type.Optional(PaperNames('另行收到的材料')) }),
  decide({ caseFile: mine, input, by, now }) {
    const { papers, unknown } = broughtIn(mine.papers, input.papers ?? [], now);
    if (unknown.length > 0) refuse('cases.unknown-paper', { names: unknown.join('、') });
    return { state: 'received', receivedBy: by.id, papers };
  },
});

/** The papers with these here too; what was outstanding is supplied once all came. Refuses names not asked for. Pure. */
export function added(mine: Pick<CaseFile, 'papers' | 'isSupplied'>, names: readonly string[], now: Instant) {
  const { papers, unknown } = broughtIn(mine.papers, names, now);
  if (unknown.length > 0) refuse('cases.unknown-paper', { names: unknown.join('、') });
  const isPaid = mine.isSupplied === false && !papers.some((each) => each.state === 'outstanding');
  return { papers, ...(isPaid ? { isSupplied: true, suppliedAt: now } : {}) };
}

/** 补交 — further papers at any moment before the decision: on the spot (行政许可法 32), or those that were outstanding. */
export const addPapers = action(caseFile, {
  name: 'add-papers',
  title: '补交材料',
  about: '受理前当场补齐，或补交容缺材料；一经补齐即记时间',
  may: { 'cases.clerk': 'place' },
  from: ['applied', 'received', 'accepted', 'suspended'],
  to: ['applied', 'received', 'accepted', 'suspended'],
  input: Type.Object({ papers: PaperNames('补交的材料') }),
  decide: ({ caseFile: mine, input, now }) => ({ state: mine.state, ...added(mine, input.papers, now) }),
});
