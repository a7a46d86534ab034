import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { conceptOf, type Concept } from './concepts.ts';

/** 三公经费预算数12万元，决算数9.86万元: the second has the name of the first. */
const ASPECT_ONLY =
  /^(?:年初|全年|本年|当年|调整后?|实际)?(?:支出)?(?:预算|决算|执行|支出)(?:数|额|总额)?(?:为|是|达)?$/;
/** Whose budget and spending a sentence speaks of; a thing with a name of its own is not the unit. */
export const OTHERS = 'others';
export type Owner = Concept | typeof OTHERS | undefined;

/** Income and what is left over have no spending of their own. */
const SPENDS = /^(?!income|carriedIn|surplus|publicBudget|governmentFunds)/;

export function ownerOf(statement: Statement, before: Owner): Owner {
  const subject = tight(statement.subject);
  if (ASPECT_ONLY.test(subject)) return before ?? conceptOf(subject);
  const concept = conceptIn(statement);
  if (concept !== undefined) return SPENDS.test(concept) ? concept : undefined;
  // 项目资金260万元已到位，实际支出247万元: of the project.
  if (/^(?:该|本)?(?:项目|专项)(?:资金|经费)$/.test(subject)) return OTHERS;
  return /(?:预算|决算|安排|下达|拨付)(?:数|额|资金)?(?:为|是|共)?$/.test(subject) &&
    !/^(?:(?:19|20)\d\d年度?|全年|本年度?|年初|财政|[我本全县市区局部门单位]|调整后?|一般公共|的)*(?:预算|决算|安排|下达|拨付)/.test(
      subject,
    )
    ? OTHERS
    : before;
}

/** （三）“三公”经费。全年支出42.15万元 speaks of the 三公经费. */
export function ownerByTopic(topic: string): Owner {
  const name = tight(topic);
  const concept = name === '' ? undefined : conceptOf(name);
  if (concept !== undefined) return SPENDS.test(concept) ? concept : undefined;
  return /(?:费|专项|项目|资金|采购)(?:支出|使用|管理)?(?:情况)?$/.test(name) ? OTHERS : undefined;
}

/** Only a word of budget or spending, of whatever the sentence speaks of. */
export const isAspectOnly = (statement: Statement): boolean => ASPECT_ONLY.test(tight(statement.subject));

export const conceptIn = (statement: Statement): Concept | undefined =>
  conceptOf(ownWords(statement)) ?? conceptOf(withoutAspect(ownWords(statement)));

/** 基础数据：编制80人 speaks of 编制. */
export const ownWords = (statement: Statement): string =>
  tight(statement.subject).replace(/^[^:]{1,10}:(?=.)/, '');

const withoutAspect = (subject: string): string =>
  coreName(subject)
    .replace(/(?:年初|全年|调整后|本年)?(?:预算|决算|实际支出|执行)(?:数|为|总额)?$/, '')
    .replace(/^(?:财政拨款(?!收入)|实际|决算|全年)/, '');
