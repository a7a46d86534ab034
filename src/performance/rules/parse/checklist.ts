import { equal, fraction, sum } from '#lib/fraction.ts';
import { num } from '../num.ts';
import type { FormFault } from '../parsed.ts';
import type { Checklist, ChecklistItem, Num } from '../rule.ts';
import { awardIn, pointsOf } from './award.ts';
import type { Draft } from './draft.ts';
import type { PrintedList } from './list.ts';
import { N, readNumber } from './text.ts';

const LEAD_AWARD = new RegExp(`^（?(${N})分）?[：，]?(.+)$`, 'u');
const EACH_GIVES = new RegExp(
  `^(?:以上|上述)?(?:各项)?(?:每(?:符合|满足|具备|做到|有|达到|完成)?(?:一|1)?(?:个)?(?:项|条|点|小项)|每项|各项?|符合(?:一|1)项)(?:要求)?(?:的|各|均|符合要求的?)?，?(?:得|计|记|给)?(${N})分$`,
);
const EACH_TAKES = new RegExp(
  `^(?:以上|上述)?(?:情况|各项|要求|内容|条件)?，?(?:每)?(?:缺少|缺|少|有|出现|差)?(?:一|1)(?:项|条)?(?:项|条|个方面|点)?(?:内容|制度|要求|条件)?(?:不符合|不满足|不达标|未达到|未完成|未做到|缺失|没有|不合格)?(?:要求|规定|标准)?(?:的|扣|则)*?，?(?:扣|减)(${N})分$`,
);
const ALL =
  /^(?:以上|上述)?(?:各项|条件|要求|内容|情况)?(?:全部|均|同时|都)?(?:全部|均|同时|都)?(?:符合|满足|具备|达到|做到)(?:要求|条件|标准|以上条件|规定)?(?:的)?，?(?:得|计)(?:满分|(\d+(?:\.\d+)?)分)$/;
const FLOOR = /^(?:该项|本项)?(?:分值)?扣完(?:该项|本项)?(?:分值)?为止$|^不计负分$|^最低0分$/;
const OTHERWISE = /^(?:否则|有一项不符合|缺一项)(?:的)?，?(?:均)?(?:不得分|得0分|计0分)$/;
const MIXED = /每|不足|按比例/;

/** Reads `①有制度，1分；②有效执行，1分` and lists scored as a whole (每项1分, 每缺一项扣1分, 全部符合得满分). */
export function readChecklist(list: PrintedList, full: Num): Draft | undefined {
  const said = [...list.head.split(/[；。]/), ...list.tail.split(/[；。]/)]
    .flatMap((each) => units(each))
    .filter((each) => each !== '');
  const items = list.items.map((each) => itemOf(each, full));
  const own = items.every((each) => each !== undefined);
  if (!own && items.some((each) => each !== undefined)) return undefined;
  const texts = list.items.map((each) => ({ text: each, points: '0' }));
  if (!own && list.items.some((each) => awardIn(each) !== undefined || MIXED.test(each))) return undefined;
  const mode = modeOf(said, own);
  if (!mode) return undefined;
  const scored = own
    ? items
    : texts.map((each) => ({ ...each, points: mode.points === 'full' ? full : mode.points }));
  const rule: Checklist = { kind: 'checklist', items: scored, mode: mode.mode, full };
  return { rule, readings: mode.readings, faults: faultsOf(rule) };
}

/** 每少一项扣1分，扣完为止 is one saying with its limit. */
function units(sentence: string): readonly string[] {
  const parts = sentence.split('，');
  return parts.length > 1 && parts.some((each) => FLOOR.test(each) || OTHERWISE.test(each))
    ? parts
    : [sentence];
}

function itemOf(text: string, full: Num): ChecklistItem | undefined {
  if (/[；。]/.test(text)) return undefined;
  const awarded = awardIn(text);
  const points =
    awarded && awarded.award.kind !== 'zero' && awarded.award.kind !== 'deduct'
      ? pointsOf(awarded.award, full)
      : undefined;
  if (
    awarded &&
    points !== undefined &&
    awarded.body !== '' &&
    !MIXED.test(awarded.body) &&
    !awardIn(awarded.body)
  )
    return { text: awarded.body, points };
  const lead = awarded ? null : LEAD_AWARD.exec(text);
  return lead && !MIXED.test(text) ? { text: lead[2] ?? '', points: readNumber(lead[1] ?? '0') } : undefined;
}

interface Mode {
  readonly mode: Checklist['mode'];
  readonly points: Num | 'full';
  readonly readings: readonly string[];
}
/** What is said of all items. Award and deduct wording together are one thing when every item has its points. */
function modeOf(said: readonly string[], own: boolean): Mode | undefined {
  const rest = said.filter((each) => !FLOOR.test(each) && !OTHERWISE.test(each) && !isIntroduction(each));
  if (rest.length > 1) return undefined;
  const [only] = rest;
  if (only === undefined) return own ? { mode: 'each', points: '0', readings: [] } : undefined;
  const gives = EACH_GIVES.exec(only)?.[1];
  const takes = EACH_TAKES.exec(only)?.[1];
  if (own)
    return gives || takes
      ? { mode: 'each', points: '0', readings: [`“${only}”与各项分值并写，按各项分值计`] }
      : undefined;
  if (gives) return { mode: 'each', points: readNumber(gives), readings: [] };
  if (takes) return { mode: 'deduct', points: readNumber(takes), readings: [] };
  return ALL.test(only) ? { mode: 'all', points: 'full', readings: [] } : undefined;
}

/** 评价要点： and other words before a list that give no points. */
const isIntroduction = (text: string): boolean =>
  !/\d|[一二两三四五六七八九十]分|满分|不得分/.test(text) &&
  /(?:要点|内容|标准|包括|如下|依据|情况)$|^(?:评价|考核|主要)/.test(text);

function faultsOf(rule: Checklist): readonly FormFault[] {
  if (rule.mode !== 'each') return [];
  const total = sum(rule.items.map((each) => fraction(each.points)));
  return equal(total, fraction(rule.full))
    ? []
    : [{ kind: 'sum-differs', text: `各项分值合计${num(total)}分，分值栏为${rule.full}分` }];
}
