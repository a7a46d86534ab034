import type { Commitment, Condition, Situation, Step, Survey } from '../elements/course-kinds.ts';
import type { Elements } from '../elements/elements.ts';
import type { DayUnit, MATERIAL_SOURCES } from '../elements/kinds.ts';
import type { ItemType, Level } from '../codes/types.ts';
import type { WindowType } from '../words.ts';
import items from './items.json' with { type: 'json' };

/** 材料 as the demonstration tells it: its name, and what is not as usual. */
export interface EntryMaterial {
  readonly name: string;
  /** May follow later (容缺). */
  readonly follows?: true;
  readonly source?: keyof typeof MATERIAL_SOURCES;
  readonly when?: readonly Condition[];
  /** Name of the item of this list whose result it is. */
  readonly outputOf?: string;
}
/** An item of the demonstration, in short: what is left out is as everywhere (elements-of.ts). */
export interface Entry {
  readonly name: string;
  /** The body that decides; `TOWN` and `VILLAGE` stand for each town. */
  readonly unit: string;
  readonly type: ItemType;
  readonly level?: Level;
  readonly kind?: 'instant';
  readonly basis: string;
  readonly conditions: string;
  readonly materials: readonly (string | EntryMaterial)[];
  /** Statutory and promised; an instant item has neither. */
  readonly legal?: number;
  readonly promised?: number;
  readonly dayUnit?: DayUnit;
  readonly result?: readonly [NonNullable<Elements['resultType']>, string] | null;
  readonly audience?: NonNullable<Elements['audience']>;
  readonly toleranceDays?: number;
  readonly special?: readonly string[];
  readonly situations?: readonly Situation[];
  readonly steps?: readonly Step[];
  readonly surveys?: readonly Survey[];
  readonly commitment?: Commitment;
  /** The counters of the hall that take it. */
  readonly windows: readonly WindowType[];
  /** 全域通办: taken at the counters of the towns and villages too, though a department of the district decides. */
  readonly isNearby?: true;
}

export const TOWN = '镇（街道）';
export const VILLAGE = '村（社区）';
/** As a survey says "this body itself". */
export const ITSELF = '本级';

/** 演示事项 — real names, laws and limits of items such as a district has; the sentences are the program's own. */
export const ENTRIES = items as unknown as readonly Entry[];
