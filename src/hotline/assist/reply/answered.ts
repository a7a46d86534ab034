import { bare, DATE, PHONE } from './wording.ts';

/** Asking words and particles tell nothing of what is asked. */
const ASKING =
  /请问|想问|咨询|请教|是否|能否|可否|有没有|是不是|能不能|可不可以|什么时候|何时|为什么|为何|怎么办|怎么|怎样|如何|多少|哪里|哪个|哪些|领导|您好|你好|谢谢|我们|你们|一下|[的了吗呢吧啊我你他她们在是有和与就都也还很]/g;
/** A question counts as taken up when a tenth of what it is about comes back in the reply. */
const TAKEN_UP = 0.1;

/** What the question calls for, and what in a reply would be that. `暂无计划` answers when as well. */
const CALLS_FOR: readonly (readonly [question: RegExp, answer: RegExp])[] = [
  [/电话(是)?多少|联系电话|怎么联系/, PHONE],
  [
    /什么时候|何时|几时|多久|哪天|几月/,
    new RegExp(`${DATE.source}|暂无|暂未|尚未|尚无|待定|目前|已经|已于|正在|没有计划`),
  ],
  [/多少|几(个|元|次|年)/, /\d|[一二三四五六七八九十百千万]/],
];

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...bare(text)];
  return new Set(letters.slice(1).map((letter, i) => letters[i]! + letter));
}

/** By shared pairs of characters, asking words left out. */
function isTakenUp(question: string, answer: string): boolean {
  const asked = pairsOf(question.replace(ASKING, ' '));
  if (asked.size === 0) return true;
  const answered = pairsOf(answer);
  const shared = [...asked].filter((pair) => answered.has(pair)).length;
  return shared >= Math.max(1, Math.floor(asked.size * TAKEN_UP));
}

/** Whether the reply takes up what the question is about and has the kind of thing it calls for (a time, a number). */
export function isAnswered(question: string, answer: string): boolean {
  const [, needed] = CALLS_FOR.find(([calls]) => calls.test(question)) ?? [];
  return needed ? needed.test(answer) : isTakenUp(question, answer);
}
