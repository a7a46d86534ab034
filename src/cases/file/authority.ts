import type { Level } from '#catalogue/index.ts';
import type { Authority } from '../words.ts';

const BY_LEVEL: Readonly<Record<Level, Authority>> = {
  '1': 'province',
  '2': 'province',
  '3': 'city',
  '4': 'district',
  '5': 'town',
  '6': 'village',
};

/** 决定权属, by the level at which the item's power is exercised; an item that does not say is the district's. */
export const authorityOf = (level: Level | null): Authority =>
  level === null ? 'district' : BY_LEVEL[level];
