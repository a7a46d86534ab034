import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';

/** What a share says it is a share of. */
export interface NamedBase {
  /** 差评 for 占差评总数的1.5%; empty when the share names nothing. */
  readonly name: string;
  /** 总数, 全部: the whole of it, and no part with a name of its own. */
  readonly whole: boolean;
}

export function namedBase(share: Statement): NamedBase {
  const printed = /占(.{2,24}?)的?(?:比重|比例)?(?:为|达|约)?$/.exec(tight(share.subject))?.[1] ?? '';
  const named = coreName(printed).replace(/的$/, '');
  const name = named.replace(/^(?:全部|总|同期)/, '').replace(/(?:总量|总数|量|总额)$/, '');
  return { name, whole: /总|全部|全[市县区省]/.test(printed) };
}

/** Words that leave a count what it is: 热线共受理群众诉求 is 诉求, 东区差评 is not 差评. */
const NEUTRAL =
  /^(?:12345|全[市县区省国]|截至|年底|月底|目前|当年|全年|已|上半年|下半年|热线|平台|共|总|累计|合计|收到|接到|接收|受理|登记|产生|发生|发现|办理|群众|市民|公众|办件|业务|工单|诉求|来电|各类|各项|有效|项目|工程|实有|现有|本年|年末|[的了数量额件条])*$/;

const isPlain = (subject: string, name: string): boolean => {
  const core = coreName(subject);
  const at = core.lastIndexOf(name);
  return at >= 0 && NEUTRAL.test(core.slice(0, at)) && NEUTRAL.test(core.slice(at + name.length));
};

/** Is this the total the share names? A named 总数 is the whole one. */
export const isNamedBy = ({ subject }: Statement, { name, whole }: NamedBase): boolean =>
  name.length >= 2 && (whole ? isPlain(subject, name) : coreName(subject).includes(name));

/** 占项目支出预算的2.6% of 项目支出46万元. */
export const isBeginning = ({ subject }: Statement, { name }: NamedBase): boolean =>
  coreName(subject).length >= 3 && name.startsWith(coreName(subject));

/** 新收案件 said of 民事新收案件: the base has a qualifier the share does not name. */
export const isPlainlyNamedBy = ({ subject }: Statement, { name }: NamedBase): boolean =>
  name === '' || isPlain(subject, name);

// A section of a hundred counts has said its totals.
const MOST = 100;

/** Counts of the section so far: a total named at its beginning is still the total at its end. */
export function sectionCounts(): { readonly add: (count: Statement) => void; readonly named: Named } {
  let section: string | undefined;
  let counts: Statement[] = [];
  return {
    add: (count) => {
      if (count.section !== section) counts = [];
      section = count.section;
      if (counts.length < MOST) counts.push(count);
    },
    named: (base, share) =>
      base.whole && share.section === section ? counts.filter((count) => isNamedBy(count, base)) : [],
  };
}
type Named = (base: NamedBase, share: Statement) => readonly Statement[];
