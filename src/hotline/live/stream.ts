import type { FastifyReply } from 'fastify';
import type { Told } from './heard.ts';

/** What lies unread with a client before it is let go: it comes again and loads everything. */
const MOST_UNREAD = 256 * 1024;
const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Proxies that collect an answer before passing it on would make it late.
  'x-accel-buffering': 'no',
} as const;

/** One open `text/event-stream`. */
export interface Stream {
  readonly tell: (told: Told) => void;
  /** Load everything again. */
  readonly reset: () => void;
  readonly beat: () => void;
  readonly end: () => void;
  readonly onceClosed: (then: () => void) => void;
}

export function openStream(reply: FastifyReply): Stream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { ...HEAD, 'x-request': reply.request.id });
  const say = (text: string): void => {
    if (raw.destroyed || raw.writableEnded) return;
    if (raw.writableLength > MOST_UNREAD) raw.destroy();
    else raw.write(text);
  };
  say('retry: 3000\n\n');
  return {
    tell: ({ seq, ...rest }) => say(`id: ${seq}\nevent: change\ndata: ${JSON.stringify(rest)}\n\n`),
    reset: () => say('event: reset\ndata: {}\n\n'),
    beat: () => say(': beat\n\n'),
    end: () => void raw.end(),
    onceClosed: (then) => {
      // Somebody who left before we were ready is already closed, and never tells.
      if (raw.destroyed) then();
      else raw.once('close', then);
    },
  };
}
