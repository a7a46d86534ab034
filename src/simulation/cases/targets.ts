/**
 * What the year of cases adds up to. The first five are those a district published for 2020 (self-evaluation, 一、基本概况):
 * 1,843 at the undifferentiated windows, 433 of engineering, 42 of utilities, 1,090 taken for elsewhere, of which 970 for
 * departments of the district and 120 for those of the city. Of all the rest the report says nothing: it is assumed.
 */
export interface Targets {
  readonly undifferentiated: number;
  readonly engineering: number;
  readonly utilities: number;
  readonly handedDistrict: number;
  readonly handedCity: number;
  // 假定, each.
  readonly department: number;
  readonly resumption: number;
  readonly town: number;
  readonly village: number;
  /** Applied for at the undifferentiated windows and never accepted. */
  readonly turnedAway: number;
  /** 一件事: applications for several items at once; their cases are among those of the windows. */
  readonly bundles: number;
}
/** What a case is counted among. */
export type Group = Exclude<keyof Targets, 'bundles'>;

export const published2020: Targets = {
  undifferentiated: 1843,
  engineering: 433,
  utilities: 42,
  handedDistrict: 970,
  handedCity: 120,
  department: 17_140,
  resumption: 60,
  town: 13_300,
  village: 14_500,
  turnedAway: 46,
  bundles: 42,
};

/** What a careless year plants; a good year plants nothing. */
export interface Planted {
  /** 重复录件: a case of the undifferentiated windows registered once more at another of them, and counted twice. */
  readonly doubles: number;
  /** 先办后录: decided beforehand, and the whole course entered within minutes. */
  readonly backfilled: number;
}
export const nothing: Planted = { doubles: 0, backfilled: 0 };
export const careless2020: Planted = { doubles: 60, backfilled: 200 };

const times = (count: number, by: number): number => (count === 0 ? 0 : Math.max(1, Math.round(count * by)));
/** So many times as much of each, at least one of each that there is at all. */
export const scaled = <T extends object>(counts: T, by: number): T =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, times(count as number, by)])) as T;
