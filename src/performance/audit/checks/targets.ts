import { compare, toDecimal } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { Goal } from '../goals/goal.ts';
import { reachedIn } from '../goals/reached.ts';
import type { Reading } from '../reading.ts';
import { figuresIn, said, type Figure } from '../text/figure.ts';
import { quote, tight } from '../text/fold.ts';
import { percentOf, rateCloseness } from './closeness.ts';
import { placeOfStatement } from './places.ts';

const IN_TIME = /按时|按期|及时|限时|准时/;
const DONE =
  /^(?:已|全部|全面|按时|按期|基本)?(?:完成|达标|达到|实现|落实|合格|到位|是|好|优|良好|无)(?:目标|任务|预期)?[。.]?$/;

/** What was wanted against what was reached. */
export const targets = (reading: Reading): readonly Finding[] =>
  reading.goals.flatMap((goal) => goalFindings(goal, reading));

function goalFindings(goal: Goal, reading: Reading): readonly Finding[] {
  const reached = reachedIn(goal);
  const found: Finding[] = [];
  if (goal.wanted && reached) found.push(...comparison(goal, goal.wanted, reached));
  if (goal.wanted && !reached) found.push(...unanswered(goal));
  if (!goal.wanted && !DONE.test(tight(goal.actual)) && goal.name.length >= 4) found.push(...beside(goal));
  return [...found, ...completionForPunctuality(goal, reading)];
}

function comparison(goal: Goal, wanted: Figure, reached: Figure): readonly Finding[] {
  if (wanted.unit.dimension !== reached.unit.dimension || reached.approximate) return [];
  if (answersAnother(goal)) return [];
  const side = compare(reached.value, wanted.value);
  const met = goal.sense === 'at-most' ? side <= 0 : side >= 0;
  if (!met && isEitherWay(goal)) return [];
  const calc = `${goal.name}：目标${said(wanted)}，完成${said(reached)}${met ? '' : `，${goal.sense === 'at-most' ? '高于' : '低于'}目标${goal.scored === 'full' ? '而得满分' : ''}`}`;
  const verdict = met
    ? 'consistent'
    : goal.scored === 'full'
      ? 'contradiction'
      : goal.scored === 'part' || isOwned(goal, wanted, reached)
        ? 'consistent'
        : 'doubtful';
  const where = [goal.actualPlace, goal.place];
  return [
    finding({
      kind: 'target',
      verdict,
      a: reached.value,
      b: wanted.value,
      unit: wanted.unit,
      calc,
      touches: goal.touches,
      where,
    }),
  ];
}

const SIGNED = /[≥≤><=≧≦]|不(?:低|高|少|多|超|大|小)|以[上下内]|至少|最[多少高低]|控制在|低于|高于|达到/;
const EITHER =
  /时[长限间效]|用时|耗时|周期|天数|工期|[能电水油]耗|排放|浓度|死亡|发病|感染|伤亡|事故|投诉|差错|误差|偏差|漏损|漏失|损耗|失业|辍学|违[纪法规]|犯罪|发案|返贫|信访|上访|空置|逾期|超期|欠|负债|赤字|成本|费用?$|经费|单价|造价|均价|价格|不合格|不良|缺口|亏损/;
/** 平均时长：目标7.50天，完成7.42天: a bare target does not say which side of it is the better. */
const isEitherWay = ({ name, target, sense }: Goal): boolean =>
  sense === 'at-least' &&
  EITHER.test(name) &&
  !/(?:按[时期]|及时|准时|达标|合格|完成|覆盖|满意|[办处]结)[^率]{0,6}[率度]/.test(name) &&
  !SIGNED.test(target);

/** 目标6000，完成5874，完成率97.9%; 受疫情影响未完成: who says that a target was missed need not be asked whether it was. */
function isOwned({ beside, scored }: Goal, wanted: Figure, reached: Figure): boolean {
  const rate = percentOf(reached, wanted);
  return (
    scored === 'none' &&
    beside.some(
      (text) =>
        /未完成|未达|未能|少于|低于|偏差|影响|原因/.test(text) ||
        figuresIn(text).some(
          ({ figure }) =>
            rate && figure.unit.dimension === 'rate' && rateCloseness(figure, rate) === 'consistent',
        ),
    )
  );
}

/** The goal is about punctuality, the answer about completion. */
const answersAnother = (goal: Goal): boolean =>
  IN_TIME.test(goal.name) && /率/.test(goal.actual) && !IN_TIME.test(goal.actual);

/** A number was wanted and a word is given. */
function unanswered(goal: Goal): readonly Finding[] {
  if (!goal.wanted || answersAnother(goal)) return [];
  const blank = tight(goal.actual) === '' || /^[-/—]+$/.test(tight(goal.actual));
  const calc = `${goal.name}：目标${said(goal.wanted)}，完成情况${blank ? '空白' : `为“${quote(goal.actual, 40)}”`}，没有对应的数值；请提供`;
  return [
    finding({
      kind: 'target',
      verdict: 'doubtful',
      severity: 'minor',
      a: said(goal.wanted),
      b: quote(goal.actual),
      calc,
      touches: goal.touches,
      where: [goal.actualPlace, goal.place],
    }),
  ];
}

const grams = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Indices and ratings are answered by a number. */
const MEASURED = /指数|测评|评分|得分|排名|率$|满意度$/;

/** The answer shares no word with the goal, or gives no number where one is measured: true perhaps, but no answer. */
function beside(goal: Goal): readonly Finding[] {
  const wanted = grams(tight(goal.name));
  const given = grams(tight(goal.actual));
  const shared = [...wanted].some((gram) => given.has(gram));
  const answered = shared && (!MEASURED.test(goal.name) || figuresIn(goal.actual).length > 0);
  if (given.size === 0 || answered) return [];
  const calc = `目标“${quote(goal.name, 40)}”，完成情况“${quote(goal.actual, 50)}”未直接对应；请说明目标的完成情况`;
  return [
    finding({
      kind: 'target',
      verdict: 'doubtful',
      severity: 'minor',
      a: quote(goal.name),
      b: quote(goal.actual),
      calc,
      touches: goal.touches,
      where: [goal.actualPlace, goal.place],
    }),
  ];
}

/** A goal for what is done in time, answered by what is done; and the rate in time the document does state. */
function completionForPunctuality(goal: Goal, reading: Reading): readonly Finding[] {
  if (!answersAnother(goal)) return [];
  const calc = `目标为“${quote(goal.target, 40)}”，完成情况以未分按期与否的比率回答；请说明按期的比率`;
  const first = finding({
    kind: 'target',
    verdict: 'doubtful',
    a: quote(goal.target),
    b: goal.actual.slice(-40),
    calc,
    touches: goal.touches,
    where: [goal.actualPlace, goal.place],
  });
  const stated = reading.statements.find(
    (each) =>
      each.figure.unit.dimension === 'rate' &&
      each.role === 'level' &&
      IN_TIME.test(each.subject) &&
      /率/.test(each.subject),
  );
  if (!stated || !goal.wanted || compare(stated.figure.value, goal.wanted.value) >= 0) return [first];
  const below = `文中按期比率${said(stated.figure)}，低于目标${toDecimal(goal.wanted.value)}%；请说明`;
  return [
    first,
    finding({
      kind: 'target',
      verdict: 'doubtful',
      a: stated.figure.value,
      b: goal.wanted.value,
      unit: goal.wanted.unit,
      calc: below,
      touches: goal.touches,
      where: [placeOfStatement(stated), goal.place],
    }),
  ];
}
