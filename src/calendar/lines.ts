import { formatDay, formatTime, formatWeekday, yearOf, type Day } from '#lib/time.ts';
import type { Unit } from './clock.ts';
import type { Step } from './steps.ts';

const UNITS: Readonly<Record<Unit, string>> = {
  'working-day': '个工作日',
  'natural-day': '个自然日',
  hour: '小时',
  'working-hour': '个工作小时',
};

/** `20个工作日`; hours to two decimals. */
export const formatAmount = (amount: number, unit: Unit): string =>
  `${Math.round(amount * 100) / 100}${UNITS[unit]}`;

/** 春节 is a festival, 春节假期 its days off; 周末 stays as it is. */
export const restText = (name: string): string => (/[节旦日]$/.test(name) ? `${name}假期` : name);

/** The steps of a clock in Chinese, a line each; the year stands where it changes. `act` is what began it: 受理, 派单. */
export function lines(steps: readonly Step[], act = '收到'): string[] {
  let year = 0;
  const short = (on: Day): string => {
    const isSame = yearOf(on) === year;
    year = yearOf(on);
    return isSame ? formatDay(on).replace(/^\d+年/, '') : formatDay(on);
  };
  const days = (from: Day, to: Day): string =>
    from === to ? `${short(from)}（${formatWeekday(from)}）` : `${short(from)}—${short(to)}`;
  return steps.map((step) => (step.kind === 'start' ? startLine(step, days, act) : line(step, days)));
}

type Start = Extract<Step, { kind: 'start' }>;
type DayText = (from: Day, to: Day) => string;

function line(step: Exclude<Step, Start>, days: DayText): string {
  switch (step.kind) {
    case 'extended':
      return `经批准延长${formatAmount(step.amount, step.unit)}（${step.reason}），期限共${formatAmount(step.total, step.unit)}`;
    case 'unapproved':
      return `申请延长${formatAmount(step.amount, step.unit)}（${step.reason}）尚未批准，不计`;
    case 'counted':
      return countedLine(step, days);
    case 'hours':
      return `${days(step.from, step.to)} 计${formatAmount(step.hours, step.unit)}`;
    case 'rest': {
      const changes = step.changes.length > 0 ? `（含${step.changes.join('、')}）` : '';
      return `${days(step.from, step.to)} ${restText(step.name)}${changes}，不计`;
    }
    case 'paused':
      return `${days(step.from, step.to)} ${step.reason}，其中${formatAmount(step.spared, step.unit)}不计`;
    case 'moved':
      return movedLine(step, days);
    case 'waiting':
      return `自${days(step.since, step.since)}起${stopped([step.reason])}，尚无截止日期`;
    case 'due':
      return dueLine(step, days);
  }
}

/** 中止 is itself the word for it: 「中止计时」, but 「因听证中止计时」. */
function stopped(reasons: readonly string[]): string {
  const others = reasons.filter((reason) => reason !== '中止');
  return `${others.length > 0 ? `因${others.join('、')}` : ''}中止计时`;
}

function startLine(step: Start, days: DayText, act: string): string {
  const { on, at, unit, restDay, takenOn, isSameDay } = step;
  const when = days(on, on);
  if (unit === 'hour') return `${when}${formatTime(at)}${act}，即时起算`;
  if (unit === 'working-hour') return `${when}${formatTime(at)}${act}，只计工作时间`;
  const after = isSameDay ? '当日办结' : '当日不计';
  if (takenOn !== null) return `${when}${act}，非工作时间，视为${days(takenOn, takenOn)}${act}，${after}`;
  if (restDay === null) return `${when}${act}，${after}`;
  return `${when}${act}，当日为${restText(restDay)}，${isSameDay ? '次一工作日办结' : '自次一工作日起算'}`;
}

function countedLine(step: Extract<Step, { kind: 'counted' }>, days: DayText): string {
  const numbers = step.first === step.last ? String(step.first) : `${step.first}—${step.last}`;
  const makeUp = step.makeUp === null ? '' : `${step.makeUp}调休上班，`;
  return `${days(step.from, step.to)}${makeUp && ' '}${makeUp}计第${numbers}${UNITS[step.unit]}`;
}

function movedLine({ from, to, name, reasons }: Extract<Step, { kind: 'moved' }>, days: DayText): string {
  const still = reasons.length > 0 ? `，其后${stopped(reasons)}` : '';
  return `最后一日${days(from, from)}为${restText(name)}${still}，顺延至${days(to, to)}`;
}

function dueLine({ on, at, doubtfulYear }: Extract<Step, { kind: 'due' }>, days: DayText): string {
  const doubt = doubtfulYear === null ? '' : `；${doubtfulYear}年放假安排尚未公布，截止日期为暂定`;
  return `截止时间：${days(on, on)}${formatTime(at)}${doubt}`;
}
