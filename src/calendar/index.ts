export { type BusinessHours, type Session } from './business-hours.ts';
export { clockOf, totalOf, type Clock, type Extension, type Limit, type Pause, type Unit } from './clock.ts';
export { deadline, pausesIn, type Deadline } from './deadline.ts';
export { due, type Due } from './explain.ts';
export { calendarNow, calendarOf, heldCalendar } from './held-calendar.ts';
export { formatAmount, lines } from './lines.ts';
export { loadChineseDays } from './load-chinese-days.ts';
export { calendar } from './module.ts';
export { clocked } from './moved/clocked.ts';
export { light, remaining, standardThresholds, used, type Light, type Thresholds } from './progress.ts';
export { changedDays, changeLine, recompute, type ChangedDay, type RecomputedClock } from './recompute.ts';
export { seedCalendar } from './seed.ts';
export type { Step } from './steps.ts';
export {
  asKnownOn,
  calendarTable,
  standardRules,
  type CalendarDay,
  type CalendarSource,
  type CalendarTable,
  type CountingRules,
  type DayKind,
  type Notice,
} from './table.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';
