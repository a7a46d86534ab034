import type { Condition, Situation } from '../elements/course-kinds.ts';
import type { ElementKey, Elements } from '../elements/elements.ts';

interface Complaint {
  readonly field: ElementKey;
  readonly message: string;
}

/** Conditions that no answer could ever fulfil, because question or choice is not there (yet). */
function deadEnds(when: readonly Condition[] | undefined, before: readonly Situation[]): readonly string[] {
  return (when ?? []).flatMap(({ question, oneOf }) => {
    const asked = before.find((each) => each.question === question);
    if (!asked) return [`“${question}”不在此前的问题里`];
    return oneOf
      .filter((choice) => !asked.choices.includes(choice))
      .map((choice) => `“${question}”没有“${choice}”这个选项`);
  });
}

function ofSituations(situations: readonly Situation[]): readonly Complaint[] {
  return situations.flatMap(({ question, choices, when }, at) => {
    const before = situations.slice(0, at);
    const found = deadEnds(when, before).map((why) => `问题“${question}”：${why}`);
    if (before.some((each) => each.question === question)) found.push(`问题“${question}”问了不止一次`);
    if (new Set(choices).size < choices.length) found.push(`问题“${question}”的选项有重复`);
    return found.map((message) => ({ field: 'situations' as const, message }));
  });
}

function ofMaterials({ materials = [], situations = [], basicCode }: Elements): readonly Complaint[] {
  return materials.flatMap(({ name, when, outputOf }) => {
    const found = deadEnds(when, situations).map((why) => `材料“${name}”的适用情形：${why}`);
    if (outputOf && outputOf === basicCode) found.push(`材料“${name}”是本事项自己的办理结果，不能先交`);
    return found.map((message) => ({ field: 'materials' as const, message }));
  });
}

function ofCommitment({ commitment, materials = [] }: Elements): readonly Complaint[] {
  const names = new Set(materials.map(({ name }) => name));
  return (commitment?.replaces ?? [])
    .filter((name) => !names.has(name))
    .map((name) => ({ field: 'commitment', message: `告知承诺免交的“${name}”不在申请材料里` }));
}

/** What cannot work in the 办理配置 of an item: a case of it would go astray. */
export const lintCourse = (item: Elements): readonly Complaint[] => [
  ...ofSituations(item.situations ?? []),
  ...ofMaterials(item),
  ...ofCommitment(item),
];
