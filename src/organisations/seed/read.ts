import type { OrganisationKind } from '../organisation/organisation.ts';
import type { RegionKind } from '../region/region.ts';
import type { SiteKind } from '../site/site.ts';
import junshan from './430611.json' with { type: 'json' };

interface SeedOrganisation {
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  /** The root division when left out. */
  readonly region?: string;
  readonly below?: readonly SeedOrganisation[];
}
interface SeedSite {
  readonly name: string;
  readonly kind: SiteKind;
  readonly organisation: string;
  readonly region?: string;
  /** Label, name, and the name of the organisation that staffs it. */
  readonly windows: readonly (readonly [string, string, string])[];
}
export interface Seed {
  readonly root: string;
  readonly regions: readonly (readonly [code: string, name: string])[];
  readonly organisations: readonly SeedOrganisation[];
  readonly sites: readonly SeedSite[];
}

/** 岳阳市君山区: divisions by the statistics bureau's codes of 30 June 2023, departments by their usual names. */
export const JUNSHAN = junshan as unknown as Seed;

/**
 * The kind a statistical division code tells: 001–099 subdistricts 街道, 100–199 towns 镇, 200–399 townships 乡;
 * below them 001–199 residents' committees 社区, 200 and above villages 村.
 */
export function kindOfCode(code: string): RegionKind {
  const last = Number(code.slice(-3));
  if (code.length === 12) return last < 200 ? 'community' : 'village';
  if (code.length === 9) return last < 100 ? 'subdistrict' : last < 200 ? 'town' : 'township';
  return code.length === 6 ? 'district' : code.length === 4 ? 'city' : 'province';
}

/** Two digits a level down to the county, three below: 430611101201 → 430611101 → 430611. */
export const parentCode = (code: string): string => code.slice(0, code.length > 6 ? -3 : -2);
