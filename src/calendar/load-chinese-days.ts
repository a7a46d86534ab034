import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { day } from '#lib/time.ts';
import { changes, missing, notices } from './notices.ts';
import { standardRules, type CalendarDay, type CalendarSource, type DayKind } from './table.ts';

/** The statute's names; the package abbreviates three (全国年节及纪念日放假办法). */
const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

const changedBy = new Map(changes.flatMap(({ notice, days }) => days.map((on) => [on, notice.id] as const)));

/** New Year's days in December are arranged by the notice of the year that begins. */
function yearlyNotice(on: string, name: string): string {
  const year = Number(on.slice(0, 4));
  return String(name === '元旦' && on.slice(5, 7) === '12' ? year + 1 : year);
}

function rows(kind: DayKind, days: Readonly<Record<string, string>>): CalendarDay[] {
  return Object.entries(days).map(([on, festival]) => {
    const short = festival.split(',')[1] ?? festival;
    const notice = changedBy.get(on) ?? yearlyNotice(on, short);
    return { on: day(on), kind, name: FULL_NAMES[short] ?? short, notice };
  });
}

/** The calendar 2004–2026 out of npm `chinese-days`, each day with the notice that arranged it; an editable start. */
export function loadChineseDays(): CalendarSource {
  const days = [
    ...rows('holiday', published.holidays),
    ...rows('make-up', published.workdays),
    ...changes.flatMap((change) => change.before),
    ...missing,
  ];
  return { notices, days, rules: standardRules };
}
