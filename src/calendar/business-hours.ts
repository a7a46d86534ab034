import { MS_PER_MINUTE } from '#lib/time.ts';
import { refuse } from '#lib/refusal.ts';
import './refusals.ts';

/** One stretch of a working day on which the hall is open, `HH:MM` in Shanghai; `24:00` is the end of the day. */
export interface Session {
  readonly opens: string;
  readonly closes: string;
}

/** Sessions as milliseconds from midnight, ready for counting. */
export interface BusinessHours {
  readonly spans: readonly (readonly [opens: number, closes: number])[];
  /** Business time of one working day. */
  readonly total: number;
  readonly closes: number;
}

const TIME = /^([01]\d|2[0-4]):([0-5]\d)$/;

function sinceMidnight(time: string): number {
  const [, hours, minutes] = TIME.exec(time) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
}

/** Compiles sessions. Refuses none, an unreadable time, sessions that overlap or run backwards. */
export function businessHours(sessions: readonly Session[]): BusinessHours {
  const spans = sessions.map(({ opens, closes }) => [sinceMidnight(opens), sinceMidnight(closes)] as const);
  const edges = spans.flat();
  const isRising = edges.every(
    (edge, i) => edge <= sinceMidnight('24:00') && (i === 0 || edge > (edges[i - 1] ?? NaN)),
  );
  if (spans.length === 0 || !isRising) {
    refuse('calendar.business-hours', { hours: sessions.map((s) => `${s.opens}—${s.closes}`).join('、') });
  }
  const total = spans.reduce((sum, [opens, closes]) => sum + closes - opens, 0);
  return { spans, total, closes: edges.at(-1) ?? 0 };
}

/** Business time gone by at a time of day (milliseconds since midnight) of a working day. */
export function businessTimeUntil(hours: BusinessHours, time: number): number {
  let gone = 0;
  for (const [opens, closes] of hours.spans) gone += Math.max(0, Math.min(time, closes) - opens);
  return gone;
}

/** The time of day at which so much business time has gone by: a whole session is over when it closes. */
export function timeWhenGone(hours: BusinessHours, gone: number): number {
  let left = gone;
  for (const [opens, closes] of hours.spans) {
    if (left <= closes - opens) return opens + left;
    left -= closes - opens;
  }
  return hours.closes;
}
