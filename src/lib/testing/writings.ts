import * as fc from 'fast-check';
import { instantOf, millis, type Instant } from '../time.ts';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Another way to write an instant: at an offset of so many minutes, with so many digits of its second that say nothing. */
export function writtenAt(at: Instant, offset: number, zeros = 0): string {
  const there = instantOf(millis(at) + offset * 60_000);
  const fraction = there.slice(20, 23).replace(/0+$/, '') + '0'.repeat(zeros);
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.trunc(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${there.slice(0, 19)}${fraction ? `.${fraction}` : ''}${offset === 0 ? 'Z' : zone}`;
}

/** Any writing of this instant that a client may send. */
export const writingsOf = (at: Instant): fc.Arbitrary<string> =>
  fc
    .record({
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
      zeros: fc.nat(6),
      isSmall: fc.boolean(),
    })
    .map(({ offset, zeros, isSmall }) => {
      const written = writtenAt(at, offset, zeros);
      return isSmall ? written.toLowerCase() : written;
    });
