import type { Statement } from '../text/statement.ts';
import { isHeadcount } from './rate-names.ts';

/** What comes in and waits for an answer of its own: 收到线索57条, 受理举报86件, 排查隐患120处. */
const ENTERS =
  /收到|接收|接到|接报|接待|接警|受理|登记|立案|立项|交办|转办|派发|移送|排查|申请|申报|征集|发现|应(?:办|结|评|回|整|处)/;

/**
 * 食品抽检1860批次，合格1836批次，合格率98.7%；药品抽检120批次，合格率100%: once another thing has been counted, the count
 * before it answers no rate any more. `between` stands from the count to the rate.
 */
export function isSpent(top: Statement, rate: Statement, between: readonly Statement[]): boolean {
  const own = between.filter((other) => other.role === 'level' && isHeadcount(other.figure));
  if (top.segment !== rate.segment && own.some((other) => other.segment === rate.segment)) return true;
  if (own.some((other) => entersAnew(other, rate))) return true;
  const answered = between.findIndex((other) => isAnswer(other, rate));
  return answered >= 0 && between.slice(answered + 1).some((other) => own.includes(other));
}

/** 查处案件173起，办结165起，收到线索57条，办结率98.2%: the rate may be of what came in last, whose answer is not printed. */
const entersAnew = (other: Statement, rate: Statement): boolean =>
  other.figure.unit.dimension === 'count' &&
  !other.opens &&
  other.depth <= rate.depth &&
  ENTERS.test(other.subject);

/** A rate of the same name has already been said of it. */
const isAnswer = (other: Statement, rate: Statement): boolean =>
  other.role === 'level' &&
  other.figure.unit.dimension === 'rate' &&
  nameOf(other) === nameOf(rate) &&
  nameOf(rate) !== '';

const nameOf = ({ subject }: Statement): string =>
  /([\u4e00-\u9fff]{2}[率度])\S{0,3}$/.exec(subject)?.[1] ?? '';
