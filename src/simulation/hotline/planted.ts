import type { Targets } from './targets.ts';

/** What a careless year plants; a good year plants nothing. */
export interface Planted {
  /** 重复派单: the same matter registered again and sent to a second unit. */
  readonly twins: number;
  /** 一信两计: a letter registered once more as a hotline order. */
  readonly letterTwins: number;
  /** 默认满意: call-backs filled in without a call. */
  readonly defaults: number;
}
export const nothing: Planted = { twins: 0, letterTwins: 0, defaults: 0 };
export const careless2020: Planted = { twins: 120, letterTwins: 45, defaults: 900 };

/** So many times as much planted, at least one of each that is planted at all. */
export const plantedTimes = ({ twins, letterTwins, defaults }: Planted, by: number): Planted => {
  const times = (count: number): number => (count === 0 ? 0 : Math.max(1, Math.round(count * by)));
  return { twins: times(twins), letterTwins: times(letterTwins), defaults: times(defaults) };
};

/** What the figures say of a careless year: exactly so much too much. */
export const inflated = (targets: Targets, { twins, letterTwins, defaults }: Planted): Targets => ({
  ...targets,
  orders: targets.orders + twins + letterTwins,
  calledBack: targets.calledBack + defaults,
});
