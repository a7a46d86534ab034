import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { conceptOf } from './concepts.ts';
import { conceptIn, ownWords } from './owner.ts';

/** 完成预算的83.33%，其中…: a rate, a step or a budget says something of the whole, and is none itself. */
export function wholeBefore(statements: readonly Statement[], at: number): Statement {
  const own = statements[at] as Statement;
  const before = statements.slice(Math.max(0, at - 4), at).toReversed();
  const isNear = (other: Statement): boolean =>
    isInSentenceOf(other, own) || (isOpening(own) && isInSentenceOf(other, before[0] as Statement));
  const whole = before.find(
    (other) =>
      isNear(other) &&
      other.role === 'level' &&
      other.figure.unit.dimension !== 'rate' &&
      !/完成(?:年初|全年|调整后?)?预算/.test(other.subject),
  );
  return whole ?? (before[0] as Statement);
}

/** 执行率97.6%。其中基本支出…: a sentence that opens with 其中 divides what the one before spoke of. */
const isOpening = ({ subject, opens }: Statement): boolean => opens && tight(subject).startsWith('其中');

export const isInSentenceOf = (before: Statement | undefined, statement: Statement): before is Statement =>
  before?.paragraph === statement.paragraph && before.sentence === statement.sentence;

/** 6个部门上年结转资金1286万元: of some, not of all. */
export const isOfSome = (statement: Statement, before: Statement | undefined): boolean =>
  isInSentenceOf(before, statement) && statement.mark === '' && before.figure.unit.dimension === 'count';

/** 实施临时救助1128人次，支出186.12万元: a bare 支出 behind a count of something done is what that cost. */
export const isOfMatter = (statement: Statement, before: Statement | undefined): boolean =>
  /^(?:共|累计|实际)?支出(?:资金)?$/.test(tight(statement.subject)) &&
  isInSentenceOf(before, statement) &&
  before.segment === statement.segment &&
  before.role === 'level' &&
  before.figure.unit.dimension === 'count' &&
  !/编制|在职|实有|人员|机构|单位/.test(before.subject);

/** 5.养老服务。支出2618.3万元: under a heading of its own a bare 支出 is what that matter cost, a bare 收入 what it brought. */
export const isOfHeading = ({ topic, subject }: Statement): boolean =>
  topic !== '' &&
  /^(?:共|累计|实际|全年|当年)*(?:支出|收入)(?:资金|经费)?$/.test(tight(subject)) &&
  !/[收支]|资金|预算|决算|经费|财[务政]|执行|总体|整体|基本|概况/.test(topic);

/** 政府性基金收入86420万元，下降16.6%；支出79310万元: what follows in the sentence is that fund's too. */
export const isOfFundBefore = (statement: Statement, before: readonly Statement[]): boolean =>
  /^(?:当年|本年|年末|滚存)*(?:支出|结余)/.test(tight(statement.subject)) &&
  before.some(
    (other) =>
      isInSentenceOf(other, statement) &&
      /(?:基金|国有资本[^，,。;]{0,6}|专户|保险)收入/.test(tight(other.subject)),
  );

/** 政务中心基本支出, 局机关支出合计: a known name with somebody else's in front. */
export function isOfPart(statement: Statement): boolean {
  const subject = ownWords(statement);
  if (/(?:局机关|机关|本级)(?!及|和|与|、)|(?:中心|站|所|大队|学校|医院)$/.test(subject)) return true;
  return (
    conceptOf(subject) === undefined &&
    /(?:基本支出|项目支出|支出合计|收入合计|总支出|总收入|人员经费|公用经费|三公经费|编制)(?:合计|总额)?$/.test(
      coreName(subject),
    )
  );
}

/** What departments divide by rule: 其中 behind it names parts of the unit's own money. */
export const isCanonical = (statement: Statement): boolean => {
  const concept = conceptIn(statement);
  return (
    concept !== undefined &&
    ['spending', 'income', 'basic', 'threePublic', 'vehicles', 'personnel', 'operating'].includes(concept)
  );
};
