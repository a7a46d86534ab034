import type { Unless } from '../rule.ts';

export interface Exempted {
  readonly notApplicable: string;
  readonly outcome: Unless['outcome'];
  /** The text without the sentence. */
  readonly rest: string;
}

const IF = '^(?:如果|如|若|对于|对)?';
const NONE = '(?:没有|无|未安排|未发生|未设|没有发生)[^；。，\\d]{2,30}?';
const NOT_MEANT = '[^；。，\\d]{0,12}(?:不适用|不涉及)[^；。，\\d]{0,12}?';
const WHO = '(?:的)?(?:部门|单位|指标)?(?:的)?，?(?:此项|该项|本项|本指标|该指标)?(?:均)?';
/** 无结余得满分 is a state; 没有…的按满分 is an exemption. */
const FULL = new RegExp(`${IF}(${NONE}|${NOT_MEANT})${WHO}(?:按满分(?:计算|计|处理)?|视同满分|视为满分)$`);
const NOT_MEANT_FULL = new RegExp(`${IF}(${NOT_MEANT})${WHO}(?:(?:得|计)满分|不扣分)$`);
const DROP = new RegExp(
  `${IF}(${NONE}|${NOT_MEANT})${WHO}(?:不予考核|不考核|不计分|不参与评分|剔除)，(?:其|将)?(?:余下|剩余|其余|其他)(?:的)?(?:指标)?(?:得分|分值|分数)?(?:折算|换算)(?:成|为|到)?(?:百分制|100分|一百分)$`,
);

/** 没有楼堂馆所项目的部门按满分计算; 不适用…不考核，余下折算为百分制. Taken only as a sentence of its own. */
export function exemptionIn(text: string): Exempted | undefined {
  const sentences = text.split(/(?<=[；。])/);
  for (const [at, sentence] of sentences.entries()) {
    const bare = sentence.replace(/[；。]$/, '');
    const full = (FULL.exec(bare) ?? NOT_MEANT_FULL.exec(bare))?.[1];
    const drop = DROP.exec(bare)?.[1];
    const rest = sentences.filter((_, other) => other !== at).join('');
    if (rest === '') continue;
    if (full) return { notApplicable: full, outcome: 'full', rest };
    if (drop) return { notApplicable: drop, outcome: 'drop-and-rescale', rest };
  }
  return undefined;
}
