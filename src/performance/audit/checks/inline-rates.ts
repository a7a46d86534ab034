import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { isBase } from './growth-pairs.ts';

const OF = /^的(?:比例|比重)?(?:为|达到?|约)?$/;
/** 的80%, 的比例为80%: nothing else stands between the base and its rate. */
export const isInline = ({ subject }: Statement): boolean => OF.test(tight(subject));

/** 106.4 % and 1.31 倍. */
export const isRate = ({ figure, after }: Statement): boolean =>
  figure.unit.dimension === 'rate' || (figure.unit.dimension === 'none' && after.startsWith('倍'));

/** 完成任务4200人的104.4%；再就业1327人，完成任务的102.1%: the first target has had its rate, the second is not printed. */
export const isAnswered = (base: Statement, next: Statement | undefined): boolean =>
  next !== undefined &&
  next.paragraph === base.paragraph &&
  (isBase(base) || PLAN.test(tight(base.subject))) &&
  isRate(next) &&
  isInline(next);
const PLAN = /(?:计划|任务|目标|预算|指标)[^，,。;；]{0,4}$/;
