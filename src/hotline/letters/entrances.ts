import { refuse } from '#lib/refusal.ts';
import { CHANNELS, type Channel } from '../order/words.ts';

/** Where the public writes, and the channels that are written there: nobody may claim to have come another way. */
const ENTRANCES = { portal: ['mailbox', 'web'], open311: ['api'] } as const;
export type Entrance = keyof typeof ENTRANCES;

const { mailbox, web, api } = CHANNELS;
/** The channels of all entrances, as `write-letter` takes them. */
export const WRITTEN_BY = { mailbox, web, api } as const;

/** Refuses a channel that is not of this entrance; what is no channel at all the shape of the input refuses. */
export function refuseOtherChannel(channel: unknown, entrance: Entrance): void {
  const named = Object.keys(CHANNELS).find((each) => each === channel) as Channel | undefined;
  if (named === undefined || (ENTRANCES[entrance] as readonly Channel[]).includes(named)) return;
  const own = ENTRANCES[entrance].map((each) => CHANNELS[each]).join('、');
  const fields = [{ path: 'channel', message: '请重新选择' }];
  refuse('hotline.letter-other-channel', { channel: CHANNELS[named], own }, { fields });
}
