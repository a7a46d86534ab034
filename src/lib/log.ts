/**
 * What the server notes: one JSON object per line on stderr. What people read on the command line: plain sentences.
 * Personal data never goes here: facts are numbers, codes and ids, and what looks like an identity card or a mobile
 * number is masked all the same.
 */
export type Level = 'info' | 'warn' | 'error';
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** `cause` is what was thrown; its message is masked, its details (they may hold a row) are left out. */
  error(event: string, cause: unknown, facts?: LogFacts): void;
  /** The same log with the request's number on every line. */
  forRequest(request: string): Log;
}

export interface LogTarget {
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

const IDENTITY_CARD = /(?<!\d)(\d{3})\d{11}(\d{3}[\dXx])(?![\dXx])/g;
const MOBILE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;

/** `13812345678` → `138****5678`; an identity card keeps its first three and last four characters. */
export function maskPersonal(text: string): string {
  return text.replace(IDENTITY_CARD, '$1***********$2').replace(MOBILE, '$1****$2');
}

function causeFacts(cause: unknown): LogFacts {
  if (!(cause instanceof Error)) return { cause: maskPersonal(String(cause)) };
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {};
  const inner = cause.cause === undefined ? {} : { because: String(causeFacts(cause.cause)['cause']) };
  // SQLSTATE class 22: the message quotes the value that was refused.
  const message = code.code?.startsWith('22') ? '(a value was refused)' : cause.message;
  return { cause: maskPersonal(`${cause.name}: ${message}`), ...code, ...inner, stack: frames(cause) };
}

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');

/** A log on any target. `log` is the one on stderr. */
export function logTo(target: LogTarget, request?: string): Log {
  const note = (level: Level, event: string, facts: LogFacts) => {
    const masked = Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' ? maskPersonal(value) : value,
    ]);
    const head = { level, at: target.now().toISOString(), ...(request ? { request } : {}), event };
    target.write(`${JSON.stringify({ ...head, ...Object.fromEntries(masked), ...head })}\n`);
  };
  return {
    info: (event, facts = {}) => note('info', event, facts),
    warn: (event, facts = {}) => note('warn', event, facts),
    error: (event, cause, facts = {}) => note('error', event, { ...facts, ...causeFacts(cause) }),
    forRequest: (number) => logTo(target, number),
  };
}

export const log: Log = logTo({ write: (line) => process.stderr.write(line), now: () => new Date() });

/** A sentence for the person at the terminal. Standard output is left to machines. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
