/** How far a long piece of work is. The total may be unknown. */
export type Report = (done: number, total?: number) => void;

export interface Screen {
  readonly write: (text: string) => void;
  /** A terminal can overwrite its line; anything else gets whole lines. */
  readonly isTerminal: boolean;
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** Calls `again` every so many milliseconds; the result stops it. */
  readonly every: (milliseconds: number, again: () => void) => () => void;
}

const standardError: Screen = {
  write: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  now: () => performance.now(),
  every(milliseconds, again) {
    const timer = setInterval(again, milliseconds).unref();
    return () => clearInterval(timer);
  },
};

/** What is quicker than this needs no bar: a line that flickers by tells nobody anything. */
const PATIENCE = 2000;
const REDRAW = 100;
/** Between two lines where the screen is a file. */
const LINES_APART = 5000;
const WIDTH = 24;
const CLEAR = '\r\u001B[2K';

/** `83 毫秒`, `1.2 秒`, `2 分 5 秒`. */
export function spokenTime(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} 毫秒`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} 秒`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

/** `[████████░░░░░░░░░░░░░░░░]  33 %  4,000 / 12,000`, or the count alone where the total is unknown. */
export function bar(done: number, total: number | undefined): string {
  const count = done.toLocaleString('en-US');
  if (total === undefined || total <= 0) return done > 0 ? count : '';
  const share = Math.min(1, Math.max(0, done / total));
  const full = Math.floor(share * WIDTH);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${percent}  ${count} / ${total.toLocaleString('en-US')}`;
}

/**
 * Runs a stage of the work and prints its name and time when it is done. While it lasts longer than two seconds, a
 * bar (or seconds, where nothing is reported) is shown on stderr; where that is no terminal, a line every five seconds.
 *
 *     const database = await stage('数据库', () => openDatabase(config));
 *     await stage('导入', async (report) => { for (…) report(n, rows.length); });
 */
export async function stage<T>(
  title: string,
  work: (report: Report) => Promise<T>,
  screen: Screen = standardError,
): Promise<T> {
  const began = screen.now();
  const elapsed = () => screen.now() - began;
  let told: { readonly done: number; readonly total: number | undefined } = { done: 0, total: undefined };
  let shownAt = 0;
  const show = () => {
    const apart = screen.isTerminal ? REDRAW : LINES_APART;
    if (elapsed() < PATIENCE || elapsed() - shownAt < apart) return;
    shownAt = elapsed();
    const line = [title, bar(told.done, told.total), spokenTime(elapsed())].filter(Boolean).join('  ');
    screen.write(screen.isTerminal ? CLEAR + line : `${line}\n`);
  };
  const clear = () => (screen.isTerminal && shownAt > 0 ? CLEAR : '');
  const stop = screen.every(REDRAW, show);
  try {
    const result = await work((done, total) => {
      told = { done, total: total ?? told.total };
      show();
    });
    screen.write(`${clear()}${title}  ${spokenTime(elapsed())}\n`);
    return result;
  } catch (error) {
    screen.write(`${clear()}${title}  未完成（${spokenTime(elapsed())}）\n`);
    throw error;
  } finally {
    stop();
  }
}
