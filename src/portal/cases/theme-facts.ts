import type { Limit } from '#calendar/index.ts';
import type { ToldTheme } from '#cases/index.ts';
import { limitWords, type Guide } from '#catalogue/index.ts';
import { formatDay } from '#lib/time.ts';

/** One thing said of a theme; `text` may run over lines. */
export interface ThemeFact {
  readonly title: string;
  readonly text: string;
}
type Key = Guide['facts'][number]['key'];
/** What the guide of an item says that whoever wants them together needs too, in this order. */
const SAID = [
  'body',
  'audience',
  'conditions',
  'place',
  'hours',
  'legal',
  'promised',
  'special',
  'fee',
  'result',
  'post',
  'survey',
  'tolerance',
  'commitment',
  'consult',
  'complaint',
] as const satisfies readonly Key[];

/** Beside the limits of the whole. */
const OF_EACH: Readonly<Partial<Record<Key, string>>> = { legal: '单项法定时限', promised: '单项承诺时限' };

interface Said {
  readonly item: string;
  readonly text: string;
}
/** What all items say alike is said once; else each says it for itself. */
function together(said: readonly Said[], items: number): string {
  const alike = Map.groupBy(said, ({ text }) => text);
  if (alike.size === 1 && said.length === items) return said[0]!.text;
  return [...alike]
    .map(([text, same]) => {
      const who = same.map(({ item }) => item).join('、');
      return text.includes('\n') ? `${who}：\n${text}` : `${who}：${text}`;
    })
    .join('\n');
}

/** 办事指南 of several items as one: each line as their own guides have it. Pure. */
export function factsTogether(guides: readonly Guide[]): readonly ThemeFact[] {
  const facts = SAID.flatMap((key) => {
    const said = guides.flatMap(({ name, facts: own }) =>
      own.flatMap((fact) => (fact.key === key ? [{ item: name, title: fact.title, text: fact.text }] : [])),
    );
    return said.length === 0
      ? []
      : [{ title: OF_EACH[key] ?? said[0]!.title, text: together(said, guides.length) }];
  });
  const checked = guides.map(({ name, checkedOn }) => ({ item: name, text: formatDay(checkedOn) }));
  return checked.length === 0
    ? facts
    : [...facts, { title: '最近核对', text: together(checked, guides.length) }];
}

const limit = ({ amount, unit }: Limit): string =>
  limitWords({ days: amount, unit: unit === 'working-day' ? 'working' : 'natural' });

/** How long the whole takes: the longest of its items, and all of them where one waits for another. */
export function limitFacts({ limits, saved, isJoint }: ToldTheme): readonly ThemeFact[] {
  if (limits === null) return [];
  const whole = isJoint ? '许可事项合并计算' : '各事项分别计算，最长的一项';
  const days = saved?.daysTogether ?? null;
  const inTurn =
    days !== null && days > limits.promisedLimit.amount
      ? `，前后依次办完合计不超过 ${limit({ ...limits.promisedLimit, amount: days })}`
      : '';
  return [
    { title: '一件事法定时限', text: `${whole} ${limit(limits.legalLimit)}` },
    { title: '一件事承诺时限', text: `各事项最长的一项 ${limit(limits.promisedLimit)}${inTurn}` },
  ];
}

/** 减材料、减跑动、减时限: only what is less than one by one. */
export function savedLines({ saved, limits }: ToldTheme): readonly string[] {
  if (!saved || !limits) return [];
  const { copiesAlone, copiesTogether, tripsAlone, tripsTogether, daysAlone, daysTogether } = saved;
  const days = (amount: number): string => limit({ ...limits.promisedLimit, amount });
  return [
    ...(copiesTogether < copiesAlone
      ? [`材料：分别办要交 ${copiesAlone} 份，一起办交 ${copiesTogether} 份`]
      : []),
    ...(tripsTogether < tripsAlone
      ? [`跑动：分别办最多 ${tripsAlone} 次，一起办最多 ${tripsTogether} 次`]
      : []),
    ...(daysAlone !== null && daysTogether !== null && daysTogether < daysAlone
      ? [`承诺时限：分别依次办 ${days(daysAlone)}，一起办 ${days(daysTogether)}`]
      : []),
  ];
}
