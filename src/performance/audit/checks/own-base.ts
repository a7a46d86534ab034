import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

const BASE =
  /(?:[较比]|[与同](?=[^，,。;]{2,16}相比)|相对于?)(法定|国家|规定|省定|[国省市]家?标准|标准|全[国省市县区]|年初|预算|计划|目标|任务|要求|上年|去年|同期|(?:19|20)\d\d年)/;

/** What the clause itself measures a change by: 较法定时限压缩, 比2019年增长. */
const baseOf = ({ subject }: Statement): string => BASE.exec(tight(subject))?.[1] ?? '';

/**
 * 由6.2个工作日压缩至2.8个工作日，较法定时限压缩85.6%: a change with a base of its own is measured by none of the figures
 * before it, unless one of them has that name or that year. 较上年 is borne by any pair of then and now.
 */
export function isOfOwnBase(change: Statement, stated: readonly Statement[]): boolean {
  const base = baseOf(change);
  if (base === '') return false;
  const others = stated.filter((each) => each !== change);
  // 较上年增加0.9万吨，较2019年增长35.6%: the step has another base.
  if (others.some((other) => other.role === 'change' && !['', base].includes(baseOf(other)))) return true;
  if (/[上去]年|同期/.test(base)) return false;
  return !others.some(({ subject, period }) => `${period}${tight(subject)}`.includes(base));
}
