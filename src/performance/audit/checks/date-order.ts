import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { quote } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';

const DATE = /(?:((?:19|20)\d\d)\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;
/** Steps that follow one another whatever the matter; only steps of one row are compared. */
const STEPS: readonly (readonly (readonly [string, RegExp])[])[] = [
  [
    ['开工', /开工|动工/],
    ['完工', /完工|竣工(?!验收)/],
    ['验收', /验收/],
  ],
  [
    ['收到', /收到|来信|来电|来访|提交申请|申请/],
    ['受理', /受理|收件/],
    ['办结', /办结|答复|反馈|回复/],
  ],
];
const PLANNED = /计划|预计|拟|应|要求|前|底|原定|延/;
/** What a new subject of its own begins with. */
const ANOTHER = /另|其余|其他|二期|三期|第[二三四]|分别|次年|再次|又|其中/;

interface Event {
  readonly step: number;
  readonly name: string;
  readonly stamp: number;
  readonly dated: boolean;
  readonly ownYear: boolean;
  readonly start: number;
  readonly end: number;
}

/** 3月20日开工，3月5日完工: what follows cannot stand before. */
export const datesInOrder = (paragraph: Paragraph): readonly Finding[] =>
  !paragraph.text.includes('月')
    ? []
    : sentencesOf(paragraph.text).flatMap(({ from, text }) =>
        STEPS.flatMap((steps) => {
          const events = eventsIn(text, steps);
          return events.flatMap((later, at) => {
            const earlier = events[at - 1];
            return earlier && backwards(earlier, later, text)
              ? [describe(paragraph, from, { earlier, later, text })]
              : [];
          });
        }),
      );

function* cuts(text: string): Generator<number> {
  for (const match of text.matchAll(/。|\n/g)) yield match.index + 1;
  yield text.length;
}
function sentencesOf(text: string): readonly { readonly from: number; readonly text: string }[] {
  let from = 0;
  return [...cuts(text)].map((to) => {
    const piece = { from, text: text.slice(from, to) };
    from = to;
    return piece;
  });
}

/** Every date with the step right behind or right before it: 6月1日开工, 受理时间:5月20日. */
function eventsIn(text: string, steps: readonly (readonly [string, RegExp])[]): readonly Event[] {
  let year: number | undefined;
  return [...text.matchAll(DATE)].flatMap((match): readonly Event[] => {
    if (match[1] !== undefined) year = Number(match[1]);
    const end = match.index + match[0].length;
    const behind = /^[，,]?[^，,。;:、\d]{0,16}/.exec(text.slice(end, end + 16))?.[0] ?? '';
    const before =
      /[^，,。;、\d]{0,12}[:：]?\s?$/.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
    const label = /(?:时间|日期)[:：]?\s?$/.test(before) ? before : '';
    const words = label === '' ? behind : label;
    if (PLANNED.test(`${words.slice(0, 6)}${before}`)) return [];
    const step = steps.findIndex(([, pattern]) => pattern.test(words));
    const last = steps.findLastIndex(([, pattern]) => pattern.test(words));
    if (step < 0 || step !== last) return [];
    const stamp = (year ?? 0) * 10_000 + Number(match[2]) * 100 + Number(match[3]);
    return [
      {
        step,
        name: steps[step]?.[0] ?? '',
        stamp,
        dated: year !== undefined,
        ownYear: match[1] !== undefined,
        start: match.index,
        end,
      },
    ];
  });
}

/** A later step on an earlier day; both in one year, or both with their years. */
function backwards(earlier: Event, later: Event, text: string): boolean {
  if (later.step <= earlier.step || later.stamp >= earlier.stamp || earlier.dated !== later.dated)
    return false;
  // Without a year of its own a day months earlier may lie in the next one.
  if (!later.ownYear && earlier.stamp - later.stamp > 600) return false;
  return !ANOTHER.test(text.slice(earlier.end, later.start));
}

interface Pair {
  readonly earlier: Event;
  readonly later: Event;
  readonly text: string;
}
function describe(paragraph: Paragraph, from: number, { earlier, later, text }: Pair): Finding {
  const shown = (event: Event): string => text.slice(event.start, event.end).replace(/\s/g, '');
  const calc = `${later.name}日期${shown(later)}早于${earlier.name}日期${shown(earlier)}`;
  const place = {
    line: paragraph.lineAt(from + later.start),
    place: paragraph.section || '正文',
    text: quote(text.slice(Math.max(0, later.start - 20), later.end + 20)),
  };
  return finding({
    kind: 'date',
    verdict: 'contradiction',
    a: shown(later),
    b: shown(earlier),
    calc,
    where: [place],
  });
}
