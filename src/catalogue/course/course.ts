import {
  stageOf,
  type Commitment,
  type Situation,
  type Step,
  type Survey,
} from '../elements/course-kinds.ts';
import type { Elements } from '../elements/elements.ts';
import type { Limit } from '../elements/kinds.ts';
import { rankOf } from './materials-for.ts';

/** 办理配置 — how a case of an item goes: what its edition says, and where it says nothing, what holds of itself. */
export interface Course {
  /** 即办件: decided at the counter. */
  readonly isInstant: boolean;
  /** 审管分离: who accepts cannot approve, who approves cannot seal alone. */
  readonly isSeparated: boolean;
  /** The clocks of the Licensing Law apply (行政许可法 §§32, 42, 44, 45). */
  readonly isLicence: boolean;
  /** Directly of public safety, health, life or property (行政许可法 78, 79). */
  readonly isOfSafety: boolean;
  readonly legalLimit: Limit | null;
  /** Null where nothing was promised: the statutory limit is then the only one. */
  readonly promisedLimit: Limit | null;
  /** Departments in order; those within one stage work side by side. At least one stage with one step. */
  readonly stages: readonly (readonly Step[])[];
  readonly surveys: readonly Survey[];
  readonly commitment: Commitment | null;
  /** 容缺: names of the materials that may follow; empty where nothing may. */
  readonly mayFollow: readonly string[];
  /** Working days within which they must be in; null: within the promised limit. */
  readonly toleranceDays: number | null;
  readonly situations: readonly Situation[];
}

/** One's own step where the item names none: the body that has the power decides alone. */
const alone = (elements: Elements): readonly Step[] => [
  { stage: 1, department: elements.body?.trim() ?? '', task: '审查决定', days: null },
];

const inStages = (steps: readonly Step[]): readonly (readonly Step[])[] =>
  [...Map.groupBy(steps, stageOf)].sort(([a], [b]) => a - b).map(([, each]) => each);

/** 村级: applied for, seen to and handed over by the one person there is. */
const VILLAGE = '6';

/** The course of an edition. Separation: on where days were promised, off for instant items and a village's. */
export function courseOf(elements: Elements): Course {
  const { kind, promisedLimit, level, steps = [] } = elements;
  const isInstant = kind === undefined ? promisedLimit?.days === 0 : kind === 'instant';
  return {
    isInstant,
    isSeparated: elements.isSeparated ?? (!isInstant && level !== VILLAGE),
    isLicence: elements.isLicence ?? elements.type === 'licence',
    isOfSafety: elements.isOfSafety === true,
    legalLimit: elements.legalLimit ?? null,
    promisedLimit: promisedLimit ?? null,
    stages: inStages(steps.length > 0 ? steps : alone(elements)),
    surveys: elements.surveys ?? [],
    commitment: elements.commitment ?? null,
    mayFollow: (elements.materials ?? [])
      .filter((material) => rankOf(material) === 'secondary')
      .map(({ name }) => name),
    toleranceDays: elements.toleranceDays ?? null,
    situations: elements.situations ?? [],
  };
}
