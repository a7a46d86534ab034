import { instantOf, MS_PER_HOUR, type Day } from '#lib/time.ts';
import type { Chance } from '../chance.ts';
import type { Matter } from './matter.ts';
import sayings from './sayings.json' with { type: 'json' };

/** How a matter was dealt with, as far as its answer tells. */
export interface Dealt {
  readonly isContacted: boolean;
  /** When somebody went to look. */
  readonly lookedAt: number;
  readonly promisedOn: Day | null;
  readonly by: Chance;
}

/** 6月12日. */
const dayTold = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** 6月12日上午9时42分, as the photograph of the place says it. */
function momentTold(at: number): string {
  const local = instantOf(Math.floor(at) + 8 * MS_PER_HOUR);
  const hour = Number(local.slice(11, 13));
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  const minutes = Number(local.slice(14, 16));
  const clock = `${hour > 12 ? hour - 12 : hour}时${minutes === 0 ? '许' : `${minutes}分`}`;
  return `${dayTold(local)}${part}${clock}`;
}

/** What the unit answers: whether it spoke with the caller, when it looked, what it found, what it did and what follows. */
export function replyText({ story, tell }: Matter, { isContacted, lookedAt, promisedOn, by }: Dealt): string {
  const opening = by.pick(isContacted ? sayings.contacted : sayings.contactless);
  const looked = by
    .pick(sayings.looked)
    .replace('{何时}', momentTold(lookedAt))
    .replace('{几}', by.pick(['两', '三', '四']));
  const more = by.happens(0.45) ? tell(by.pick(sayings.measures)) : '';
  const promise = promisedOn === null ? '' : `我单位将于${dayTold(promisedOn)}前${tell(sayings.promise)}。`;
  const closing = by.pick(isContacted ? sayings.closing : sayings.closing.slice(1));
  return `${opening}${tell(looked)}${tell(story.found)}。${tell(story.done)}。${more}${promise}${closing}`;
}
