import {
  materialsFor,
  type Answers,
  type ChosenMaterial,
  type Elements,
  type Held,
} from '#catalogue/index.ts';
import type { Paper, RestsOn } from './paper.ts';

const OPTIONAL = '非必要材料，未交不影响受理';

/** The case whose result it is that this applicant holds; null for a material left out for any other reason. */
function restsOn({ material, leftOut }: ChosenMaterial, { sources = {} }: Held): RestsOn | null {
  const caseId = leftOut === 'result-held' ? sources[material.outputOf ?? ''] : undefined;
  return caseId === undefined ? null : { caseId, what: 'result' };
}

function paperOf(chosen: ChosenMaterial, held: Held): Paper {
  const { material, rank, standing, because } = chosen;
  const on = restsOn(chosen, held);
  const isOptional = material.need === 'conditional' && (material.when ?? []).length === 0;
  const isWaived = standing === 'left-out' || isOptional;
  return {
    name: material.name,
    isMain: rank === 'main',
    state: isWaived ? 'waived' : 'missing',
    copies: material.copies,
    at: null,
    document: null,
    because: because ?? (isOptional ? OPTIONAL : null),
    ...(on && { restsOn: on }),
  };
}

/**
 * The papers that an item asks of this applicant, in its order; what their situation, their own holdings or another part
 * of the same application makes needless is waived, with the reason. Two materials of one name are one paper.
 */
export function askedPapers(elements: Elements, answers: Answers, held: Held = {}): readonly Paper[] {
  const papers = materialsFor(elements, answers, held).map((each) => paperOf(each, held));
  const byName = new Map<string, Paper>();
  for (const paper of papers) {
    const known = byName.get(paper.name);
    if (!known || (known.state === 'waived' && paper.state !== 'waived')) byName.set(paper.name, paper);
  }
  return [...byName.values()];
}
