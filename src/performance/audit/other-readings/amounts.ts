import { compare, plus } from '#lib/fraction.ts';
import { sumCloseness } from '../checks/closeness.ts';
import { sameUnit } from '../checks/growth-finding.ts';
import type { Figure } from '../text/figure.ts';
import type { Statement } from '../text/statement.ts';
import { isAmount, runsOf } from './figures.ts';
import { isOfNestedList } from './nested-lists.ts';
import { isBetweenThem } from './no-list.ts';

/**
 * Is a total borne out by other figures beside it, are its parts those of another total, or is a remainder what other
 * figures leave? `stated` is the total or remainder and then the rest of the sum.
 */
export function isAmountElsewhere(stated: readonly Statement[], all: readonly Statement[]): boolean {
  const [accused, ...parts] = stated as [Statement, ...Statement[]];
  const near = all.filter(
    (other) =>
      isAmount(other) &&
      sameUnit(other.figure, accused.figure) &&
      Math.abs(other.sentence - accused.sentence) <= 1,
  );
  const others = near.filter((other) => !stated.includes(other));
  return (
    areAllAbove(accused, parts) ||
    isOfOthers(accused, parts, others) ||
    isWithoutSome(accused.figure, parts) ||
    isOfNestedList(accused, parts, near) ||
    isRemainder(accused, near)
  );
}

const holds = (total: Figure, parts: readonly Figure[]): boolean =>
  parts.length > 0 && sumCloseness(total, parts).verdict !== 'contradiction';

/** 节约27.76万元(中标价612.24万元，控制价640万元): what is more than the total is no part of it. */
const areAllAbove = (accused: Statement, parts: readonly Statement[]): boolean =>
  parts.length > 1 &&
  parts.every(
    ({ start, figure }) => start > accused.start && compare(figure.value, accused.figure.value) > 0,
  );

const isAbove = (part: Figure, total: Figure): boolean => compare(part.value, total.value) > 0;
const REST = /剩余|其余|余下|未|尚|正在|待/;

/** One part may be what the others are taken from; the parts are of another figure; or one more figure belongs to the parts, or to the total. */
function isOfOthers(
  { figure: total, segment }: Statement,
  stated: readonly Statement[],
  others: readonly Statement[],
): boolean {
  const parts = stated.map(({ figure }) => figure);
  if (parts.length < 2) return false;
  // 进驻1426项，应进事项1453项，其余27项: one of them is the whole of the others.
  const isLeft = stated.some(({ subject, after }) => /[除扣减]/.test(subject + after) || REST.test(subject));
  const isWhole = ({ figure: part, opens }: Statement): boolean =>
    !opens && isAbove(part, total) && holds(part, [total, ...parts.filter((each) => each !== part)]);
  if (isLeft && stated.some(isWhole)) return true;
  // 欠款552万元，已化解507万元，其中甲492万元；剩余45万元: what is left is left of the greater one.
  const left = stated.filter(({ subject }) => REST.test(subject));
  return others.some(
    ({ figure: other, segment: at }) =>
      holds(other, parts) ||
      left.some(({ figure }) => holds(other, [total, figure])) ||
      parts.some((_, count) => count > 1 && holds(other, parts.slice(0, count))) ||
      (at === segment &&
        (holds(total, [...parts, other]) ||
          holds({ ...total, value: plus(total.value, other.value) }, parts))),
  );
}

/** What stands behind another mark than the members of the list, or says 含, may detail one of them. */
const isWithoutSome = (total: Figure, [first, ...rest]: readonly Statement[]): boolean => {
  if (!first) return false;
  const mark = rest[0]?.mark;
  const members = rest.filter((part) => part.mark === mark && !/含|包括|其中/.test(part.subject));
  const parts = [first, ...members].map(({ figure }) => figure);
  return members.length < rest.length && parts.length > 1 && holds(total, parts);
};

/** 共216户，其中甲97户、乙58户、丙33户，其余28户: a whole less all of a list. */
const isRemainder = (accused: Statement, near: readonly Statement[]): boolean => {
  const before = near.filter((other) => other.start < accused.start);
  return before.some((whole) => {
    const taken = before.filter((other) => other.start > whole.start);
    return [...taken.map(({ figure }) => figure), ...runsOf(taken)].some((run) =>
      holds(whole.figure, [run, accused.figure]),
    );
  });
};

/**
 * 不合格57批次，核查率100%。其中县级抽检2448批次: 其中 may go back to a greater figure before. Where several figures stood
 * before, the list that 其中 opens says itself whose it is.
 */
export function isPartOfAnother([part, ...wholes]: readonly Statement[], all: readonly Statement[]): boolean {
  if (part?.opens !== true) return false;
  const near = all.filter((other) => isAmount(other) && sameUnit(other.figure, part.figure));
  const before = near.filter((other) => other.start < part.start);
  const [next] = near.filter((other) => other.start > part.start && other.segment === part.segment);
  if (wholes[0] && wholes.length === 1 && next && isBetweenThem(wholes[0], [part, next])) return true;
  if (wholes.length < 2) return before.some(({ figure }) => compare(figure.value, part.figure.value) >= 0);
  const list = [part, ...near.filter((other) => other.start > part.start)];
  return runsOf(list.slice(0, 8)).some((run) => before.some(({ figure }) => holds(figure, [run])));
}
