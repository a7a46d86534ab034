import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';

/** 结案率减少1.25%: what is said of a rate is no growth of a count. */
export const isOfRate = ({ subject }: Statement): boolean =>
  /(?<!增长|下降|上升|降低|提高|变[动化]|增减|[增升降涨])率/.test(tight(subject));

/** 应结案 is not 结案, and what is overdue not what was due. */
const QUALIFIED = /^(?:应当?|未|待|拟|需|按[期时]|及时|超[期时]|逾期|延期)/;
const qualifierOf = (name: string): string => QUALIFIED.exec(name)?.[0] ?? '';

export const isAbout = (other: Statement, thing: string): boolean => {
  const core = coreName(other.subject);
  return (
    core !== '' && (core.includes(thing) || thing.includes(core)) && qualifierOf(core) === qualifierOf(thing)
  );
};

/** 收入 for 收入预算, 收入合计. */
const REST = /^(?:预算|决算|执行|完成|实际|合计|总计|总[数额量]|[数额量]|工作|案件|业务|安排|金额)*$/;

interface Reached {
  readonly name: string;
  /** The figures of the paragraph before. */
  readonly near: readonly Statement[];
}

/**
 * May a change reach this level? In its own clause it may; beyond it not a member of what is divided into shares, and
 * beyond the sentence only what is called by the whole name and is no detail.
 */
export function mayReach(other: Statement, change: Statement, { name, near }: Reached): boolean {
  if (other.segment === change.segment) return true;
  if (isMember(other, near)) return false;
  return other.sentence === change.sentence || (isCalled(other, name) && !other.opens && other.depth === 0);
}

function isCalled({ subject }: Statement, name: string): boolean {
  const core = coreName(subject);
  return core.startsWith(name)
    ? REST.test(core.slice(name.length))
    : core.endsWith(name) && core.length - name.length <= 4;
}

/** 视频发现18件，占1.2%，结案6件: behind a share its clause is of that part. */
const isMember = (other: Statement, near: readonly Statement[]): boolean =>
  near.some((each) => each.role === 'share' && each.segment === other.segment && each.start < other.start);
