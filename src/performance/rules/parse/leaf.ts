import { awardIn } from './award.ts';
import { readBands } from './bands.ts';
import { readChecklist } from './checklist.ts';
import { hasLimits } from './clauses.ts';
import { condition } from './condition.ts';
import type { Draft, Source } from './draft.ts';
import { readList, type PrintedList } from './list.ts';
import { readPerCase } from './per-case.ts';
import { readProportional } from './proportional.ts';
import { readStates } from './states.ts';
import { readStepPenalty } from './step-penalty.ts';
import { readListSum, readMixed } from './sum.ts';

/** Takes a part of the text apart, under its own full mark when it states one. */
export type SourceOf = (part: string, weight?: string) => Source;

/** The kinds are tried from the most particular; each answers only when it understood every clause. */
export function readLeaf(text: string, source: SourceOf): Draft | undefined {
  const list = readList(text);
  if (list) return listed(list, source);
  const read = source(text);
  return (
    readProportional(read) ??
    readStepPenalty(read) ??
    readBands(read) ??
    readPerCase(read) ??
    readStates(read) ??
    readMixed(read) ??
    single(read)
  );
}

function listed(list: PrintedList, source: SourceOf): Draft | undefined {
  const full = source('').full;
  const plain = list.items.map((each) => awardIn(each));
  const said = plain.every((each) => each !== undefined) ? plain : undefined;
  if (said?.every((each) => condition(each.body) !== undefined)) {
    const joined = readLeaf(
      [list.head, ...list.items, list.tail].filter((each) => each !== '').join('；'),
      source,
    );
    if (joined) return joined;
  }
  const checklist = readChecklist(list, full);
  if (said && list.tail === '' && list.head === '') {
    const states = checklist?.faults.length ? readStates(source(''), said) : undefined;
    if (states) return states;
  }
  if (checklist) return checklist;
  if (list.items.every((each) => awardIn(each) === undefined)) {
    const read = source([list.head, list.tail].filter((each) => each !== '').join('；'));
    if (read.clauses.statements.length > 0) return readPerCase(read, list.items);
  }
  return readListSum(list, source, (part, weight) =>
    readLeaf(part, (inner, of) => source(inner, of ?? weight)),
  );
}

/** What earns an award, said as a condition: 建立管理制度的，得2分; or the only item of a list: ①建立台账，2分. */
const CONDITIONAL = /^[①-⑳]|^(?:如果?|若|当|凡)|的$/u;

/**
 * Awards without a list. One bare 制度健全50分 says what is looked at, not that there is all or nothing:
 * that is left to a person.
 */
function single(source: Source): Draft | undefined {
  const { statements, notes } = source.clauses;
  if (notes.length > 0 || hasLimits(source.clauses)) return undefined;
  const readable = statements.filter(
    (each) =>
      (statements.length > 1 ? each.body !== '' : CONDITIONAL.test(each.body)) &&
      condition(each.body) === undefined &&
      !/每|比例/.test(each.body),
  );
  if (statements.length === 0 || readable.length !== statements.length) return undefined;
  const items = statements.map(({ body, award }) => {
    const text = body.replace(/^[①-⑳]/u, '');
    if (award.kind === 'points') return `${text}，${award.v}分`;
    return award.kind === 'full' ? `${text}，${source.full}分` : text;
  });
  const draft = readChecklist({ head: '', items, tail: '', whole: items }, source.full);
  return draft && draft.faults.length === 0 ? draft : undefined;
}
