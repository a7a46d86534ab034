import type { Elements } from '../elements/elements.ts';
import { conditionText } from '../elements/course-text.ts';
import type { Material } from '../elements/kinds.ts';
import { folded } from '../compare/compare.ts';
import { interview, type Answers, type Verdict } from './answers.ts';

/** What need not be brought because it is there already. */
export interface Held {
  /** 基本编码 of the items whose result the applicant holds. */
  readonly results?: readonly string[];
  /** Under which number each of them was given, by 基本编码. */
  readonly numbers?: Readonly<Record<string, string>>;
  /** The record of each of them, by 基本编码: what is left out for it rests on that. */
  readonly sources?: Readonly<Record<string, string>>;
  /** 基本编码 of the items whose result is being made in the same application. */
  readonly underway?: readonly string[];
  /** Names of materials that were handed in before, or lie in the same application. */
  readonly materials?: readonly string[];
  /** 告知承诺 was given: its proofs are no longer asked for. */
  readonly hasCommitted?: boolean;
}
/** Why a material is not asked for. */
export type LeftOut = 'situation' | 'committed' | 'held' | 'result-held' | 'result-underway';

export interface ChosenMaterial {
  readonly material: Material;
  /** 主要、次要: what may follow later (容缺) is secondary, everything else is main. */
  readonly rank: 'main' | 'secondary';
  /** `depends`: a question it hangs on is not answered yet. */
  readonly standing: 'asked' | 'depends' | 'left-out';
  readonly leftOut: LeftOut | null;
  /** In Chinese, for the applicant: why it need not be brought, or on what it depends; null when it is asked for. */
  readonly because: string | null;
}

export const rankOf = ({ mayFollow, need }: Material): ChosenMaterial['rank'] =>
  mayFollow || need === 'held' ? 'secondary' : 'main';

const BECAUSE: Readonly<Record<LeftOut, string>> = {
  situation: '不用交：您的情形不需要',
  committed: '不用交：已由告知承诺代替',
  held: '不用交：此前已经交过',
  'result-held': '不用交：您已取得，由窗口调取核对',
  'result-underway': '不用交：同一次申请里正在办理，办好后由部门内部转送',
};

function reasonToLeaveOut(material: Material, elements: Elements, held: Held): LeftOut | null {
  const has = (names: readonly string[] | undefined): boolean =>
    names?.some((name) => folded(name) === folded(material.name)) === true;
  const { outputOf } = material;
  if (held.hasCommitted === true && has(elements.commitment?.replaces)) return 'committed';
  if (outputOf && held.results?.includes(outputOf)) return 'result-held';
  if (outputOf && held.underway?.includes(outputOf)) return 'result-underway';
  return has(held.materials) ? 'held' : null;
}

function chosen(
  material: Material,
  verdict: Verdict,
  reason: LeftOut | null,
  { numbers = {} }: Held,
): Pick<ChosenMaterial, 'standing' | 'leftOut' | 'because'> {
  const leftOut = verdict === 'fails' ? 'situation' : reason;
  const number = leftOut === 'result-held' ? numbers[material.outputOf ?? ''] : undefined;
  if (leftOut !== null)
    return {
      standing: 'left-out',
      leftOut,
      because: number === undefined ? BECAUSE[leftOut] : `不用交：您已取得（${number}），由窗口调取核对`,
    };
  if (verdict === 'holds') return { standing: 'asked', leftOut: null, because: null };
  const when = (material.when ?? []).map(conditionText).join('；');
  return { standing: 'depends', leftOut: null, because: `看情形：${when}` };
}

/**
 * What an applicant brings: every material of the item once, in its order, with whether it is asked for and why not. The
 * answers choose by situation (情形); what is the result of another item held or under way, was handed in before, or is
 * replaced by a commitment is left out. Guide, notice, window and acceptance all ask this one function.
 */
export function materialsFor(
  elements: Elements,
  answers: Answers,
  held: Held = {},
): readonly ChosenMaterial[] {
  const { verdict } = interview(elements, answers);
  return (elements.materials ?? []).map((material) => ({
    material,
    rank: rankOf(material),
    ...chosen(material, verdict(material.when), reasonToLeaveOut(material, elements, held), held),
  }));
}
