import { isMandate, MANDATE_PAPER } from '#cases/file/on-behalf.ts';
import type { Answers } from '#catalogue/course/answers.ts';
import { materialsFor, type ChosenMaterial, type Held } from '#catalogue/course/materials-for.ts';
import { MATERIAL_KINDS } from '#catalogue/elements/kinds.ts';
import type { Elements } from '#catalogue/elements/elements.ts';

/** 材料 as the window asks for it. */
export interface AskedPaper {
  readonly name: string;
  /** May never follow later. */
  readonly isMain: boolean;
  /** The item does without it. */
  readonly isOptional: boolean;
  /** `原件 1 份`; empty where the item says nothing. */
  readonly form: string;
  readonly hint: string;
}
export interface AskedPapers {
  readonly asked: readonly AskedPaper[];
  /** What this situation makes needless, with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly because: string }[];
}

/** Not necessary, and no situation makes it so: as the case itself takes it (`cases/file/asked-papers.ts`). */
const isOptional = ({ material: { need, when = [] } }: ChosenMaterial): boolean =>
  need === 'conditional' && when.length === 0;

function shown(each: ChosenMaterial): AskedPaper {
  const { name, kind, copies, hint, specification } = each.material;
  const form = [kind === null ? '' : MATERIAL_KINDS[kind], copies === null ? '' : `${copies} 份`];
  return {
    name,
    isMain: each.rank === 'main',
    isOptional: isOptional(each),
    form: form.filter(Boolean).join(' '),
    hint: [each.because, hint, specification].filter(Boolean).join('；'),
  };
}

/** What the window asks for in this situation, by the rule the case itself goes by; two of one name are one. */
export function papersFor(elements: Elements, answers: Answers, held: Held = {}): AskedPapers {
  const all = materialsFor(elements, answers, held);
  const asked = new Map<string, AskedPaper>();
  for (const each of all)
    if (each.standing !== 'left-out' && !asked.has(each.material.name))
      asked.set(each.material.name, shown(each));
  const leftOut = new Map(
    all
      .filter(({ material }) => !asked.has(material.name))
      .map(({ material, because }) => [material.name, because ?? '']),
  );
  return {
    asked: [...asked.values()],
    leftOut: [...leftOut].map(([name, because]) => ({ name, because })),
  };
}

/** The same for whoever applies for another: their mandate is asked for, as the case itself does (`cases/file/on-behalf.ts`). */
export function forAgent({ asked, leftOut }: AskedPapers): AskedPapers {
  const waived = leftOut.filter(({ name }) => isMandate(name));
  const own = waived.length > 0 || asked.some(({ name }) => isMandate(name));
  const names = own ? waived.map(({ name }) => name) : [MANDATE_PAPER];
  const mandates = names.map((name): AskedPaper => ({
    name,
    isMain: true,
    isOptional: false,
    form: '1 份',
    hint: '由他人代办，须有申请人的授权委托',
  }));
  return { asked: [...asked, ...mandates], leftOut: leftOut.filter(({ name }) => !isMandate(name)) };
}

/** Names of what is still missing for an acceptance. */
export const missingOf = ({ asked }: AskedPapers, brought: ReadonlySet<string>): readonly string[] =>
  asked.filter((each) => !each.isOptional && !brought.has(each.name)).map(({ name }) => name);
