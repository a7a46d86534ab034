import { ACTS, EXTENTS, type MyMandate } from '#applicants/index.ts';
import { formatDay } from '#lib/time.ts';

/** 全部事项；提出申请、领取结果 */
export const reachOf = ({ extent, items, acts }: MyMandate): string =>
  `${extent === 'all' ? EXTENTS.all : items.join('、')}；${acts.map((act) => ACTS[act]).join('、')}`;

export const daysOf = ({ startsOn, endsOn }: MyMandate): string =>
  `${formatDay(startsOn)}至${formatDay(endsOn)}`;

const ENDED: Readonly<Record<string, string>> = { revoked: '已撤销', renounced: '已辞去' };
/** How a mandate stands, in a word. */
export function standingOf({ state, isInForce, isBound }: MyMandate): string {
  if (!isInForce) return ENDED[state] ?? '已到期';
  return isBound ? '有效' : '有效，等受托人实名登录';
}
