import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { quote } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';

const DATE = /(?:((?:19|20)\d\d)\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;
const SPAN =
  /(?:((?:19|20)\d\d)\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日?\s?(?:至|到|—|-|－|~)+\s?(?:((?:19|20)\d\d)\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const PERIOD =
  /(?:统计期限|统计时间|统计时段|时限|数据(?:统计)?时间|报告期)[^。；\d]{0,16}((?:19|20)\d\d)\s?年/;

/** 13月; 24个月 is a length of time. */
const NO_MONTH = /(?<=(?:19|20)\d\d\s?年\s?)(?:1[3-9]|[2-9]\d|0{1,2})\s?月(?!\s?\d)/g;

/** Days that do not exist, spans that run backwards, periods and bases of another year. */
export const dates = (reading: Reading): readonly Finding[] => [
  ...reading.paragraphs.flatMap((paragraph) => [...impossible(paragraph), ...backwards(paragraph)]),
  ...otherPeriod(reading),
  ...afterReport(reading),
  ...oldBases(reading),
];

function daysIn(month: number, year: number | undefined): number {
  if (month === 2)
    return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function impossible(paragraph: Paragraph): readonly Finding[] {
  if (!paragraph.text.includes('月')) return [];
  const months = [...paragraph.text.matchAll(NO_MONTH)].map((match) =>
    dateFinding(paragraph, match, { a: match[0], b: '', calc: `月份“${match[0]}”不存在，请核对` }),
  );
  const days = [...paragraph.text.matchAll(DATE)].flatMap((match) => {
    const month = Number(match[2]);
    const day = Number(match[3]);
    const year = match[1] === undefined ? undefined : Number(match[1]);
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)) return [];
    return [dateFinding(paragraph, match, { a: match[0], b: '', calc: `日期“${match[0]}”不存在，请核对` })];
  });
  return [...months, ...days];
}

function backwards(paragraph: Paragraph): readonly Finding[] {
  if (!paragraph.text.includes('月')) return [];
  return [...paragraph.text.matchAll(SPAN)].flatMap((match) => {
    const [, year, month, day, laterYear, laterMonth, laterDay] = match;
    // 11月1日至2月1日 runs into the next year unless the years say otherwise.
    if (year === undefined || (laterYear === undefined && Number(laterMonth) < Number(month))) return [];
    const start = stamp(Number(year), month, day);
    const end = stamp(Number(laterYear ?? year), laterMonth, laterDay);
    return start <= end
      ? []
      : [
          dateFinding(paragraph, match, {
            a: `${year}年${month}月${day}日`,
            b: `${laterYear ?? year}年${laterMonth}月${laterDay}日`,
            calc: `起始日期晚于截止日期：“${quote(match[0])}”`,
          }),
        ];
  });
}

const stamp = (year: number, month: string | undefined, day: string | undefined): number =>
  year * 10_000 + Number(month) * 100 + Number(day);

/** 统计期限 of a year other than the report's. */
function otherPeriod({ paragraphs, document }: Reading): readonly Finding[] {
  if (document.year === null || !document.title.includes(String(document.year))) return [];
  return paragraphs.flatMap((paragraph) => {
    const match = PERIOD.exec(paragraph.text);
    if (!match || Number(match[1]) === document.year) return [];
    return [
      dateFinding(paragraph, match, {
        a: `${match[1]}年`,
        b: `${document.year}年`,
        calc: `文中统计期限为${match[1]}年，标题为${document.year}年`,
      }),
    ];
  });
}

const SIGNED =
  /^\s{0,80}(?:(?:报告|填报|编制|填表)?日期\s?[:：]\s?)?((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日\s{0,10}$/;

/** Figures up to a day after the day the report was signed. */
function afterReport({ paragraphs }: Reading): readonly Finding[] {
  const signed = paragraphs.findLast((paragraph) => SIGNED.test(paragraph.text));
  const on = signed && SIGNED.exec(signed.text);
  if (!signed || !on) return [];
  const day = stamp(Number(on[1]), on[2], on[3]);
  return paragraphs.flatMap((paragraph) =>
    [
      ...paragraph.text.matchAll(
        /截[至止](?:到|目前)?\s?((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/g,
      ),
    ].flatMap((match) => {
      const until = stamp(Number(match[1]), match[2], match[3] ?? '1');
      if (until <= day) return [];
      return [
        dateFinding(paragraph, match, {
          a: match[0].replace(/\s/g, ''),
          b: on[0].trim(),
          calc: `数据“${match[0]}”晚于落款日期${on[0].trim()}`,
        }),
      ];
    }),
  );
}

interface Dated {
  readonly a: string;
  readonly b: string;
  readonly calc: string;
}
function dateFinding(
  paragraph: Paragraph,
  match: RegExpMatchArray | RegExpExecArray,
  { a, b, calc }: Dated,
): Finding {
  const at = match.index ?? 0;
  const text = quote(paragraph.text.slice(Math.max(0, at - 10), at + match[0].length + 10));
  const where = [{ line: paragraph.lineAt(at), place: paragraph.section || '正文', text }];
  return finding({ kind: 'date', verdict: 'contradiction', a, b, calc, where });
}

// A policy may be old; a yearly assessment from years ago is no base for this year's work.
const OLD = 3;

function oldBases({ sheet, document }: Reading): readonly Finding[] {
  const { year } = document;
  if (!sheet || year === null) return [];
  const seen = new Set<string>();
  return sheet.rows.flatMap((row) => {
    const text = `${row.rule} ${row.definition}`;
    const years = [...text.matchAll(/(?<!\d)((?:19|20)\d\d)\s?年度/g)].map((match) => Number(match[1]));
    const oldest = Math.min(...years);
    if (years.length === 0 || year - oldest < OLD || seen.has(text)) return [];
    seen.add(text);
    const calc = `${row.name}的评分依据为${oldest}年度文件，报告年度为${year}年；请说明是否有新的依据`;
    return [
      finding({
        kind: 'date',
        verdict: 'doubtful',
        severity: 'minor',
        a: `${oldest}年`,
        b: `${year}年`,
        calc,
        touches: row.path,
        where: [{ line: row.place.line, place: row.place.place, text: quote(row.rule) }],
      }),
    ];
  });
}
