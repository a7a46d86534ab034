import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { conceptOf } from './concepts.ts';
import { isInSentenceOf } from './of-part.ts';

/** 支出, 全年收入, 预算: whose, nobody says. */
const BARE =
  /^(?:全年|当年|本年|年末|年终|滚存|累计|实际|共|年初|调整后?)*(?:支出|收入|结余|结转|预算|决算)(?:资金|经费|数|额)?(?:为|是|共|达)?$/;
/** 社区微更新。, 网格补贴：, 项目一：社区微更新。 */
const LABEL = /^\s{0,8}(?:[^，,。:;、\d]{2,20}[:。]){1,2}/;
const OF_ALL =
  /[收支]|资金|预算|决算|经费|财[务政]|执行|总体|整体|全面|基本|概况|情况|成效|工作|完成|数据|单位|部门|全[局县市区镇乡系院校年]|\d年|我|本/;
/** 培训中心全年收入, 食堂支出. */
const OWNED =
  /^(.{2,16}?)(?:全年|当年|本年|年度|累计|实际|共)*(?:收入|支出|经费|预算)(?:合计|总额|数|额)?(?:为|共|达)?$/;
const OWN =
  /^(?:(?:19|20)\d\d年度?|全[局县市区镇乡系院校年]|[我本][局县市区镇乡院校单位部门]*|部门|单位|整体|总|其中|本级|机关及所属|年初|年度|调整后?|当年|度)+$/;

/**
 * The bare sums that belong to what the paragraph or the sentence began with: 社区微更新。支出82.4万元; 培训中心收入86.2万元，
 * 支出82.4万元. The unit's own are said to be the unit's, or stand where nothing else is spoken of.
 */
export function ofLabels(statements: readonly Statement[]): ReadonlySet<Statement> {
  const found = new Set<Statement>();
  let paragraph = -1;
  let labelled = false;
  let owner: Statement | undefined;
  for (const statement of statements) {
    if (statement.paragraph !== paragraph) labelled = isLabelled(statement);
    paragraph = statement.paragraph;
    if (owner && !isInSentenceOf(owner, statement)) owner = undefined;
    const subject = tight(statement.subject).replace(/^[^:]{2,12}:/, '');
    if (isOwned(subject)) owner = statement;
    else if (BARE.test(subject) && (labelled || owner)) found.add(statement);
  }
  return found;
}

function isLabelled({ text, start }: Statement): boolean {
  const label = start <= 30 ? (LABEL.exec(text.slice(0, start))?.[0] ?? '') : '';
  return label !== '' && !OF_ALL.test(label);
}

function isOwned(subject: string): boolean {
  const name = OWNED.exec(subject)?.[1] ?? '';
  return name !== '' && !OWN.test(name) && conceptOf(subject) === undefined && coreName(name).length >= 2;
}
