import { Type } from 'typebox';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { formatDay } from '#lib/time.ts';
import type { OrganisationTree, RegionNode } from '#organisations/index.ts';
import { ApplicationFields } from '../file/application-fields.ts';
import { Answers, PaperNames, Place } from '../file/fields.ts';
import type { CaseDraft } from '../online/case-draft.ts';
import { plainCode } from './code.ts';

const { windowType, window, matter } = ApplicationFields.properties;

/** What a counter says when it takes in a draft by its code; answers left out are those of the draft. */
export const TakingIn = Type.Object({
  code: Type.String({ title: '提取码', minLength: 8, maxLength: 20, keep: 'never' }),
  place: Place,
  windowType,
  window,
  matter,
  answers: Type.Optional(Answers),
  papers: Type.Optional(PaperNames('当场交来的材料')),
});

const MAY = { 'cases.clerk': 'place' } as const;

/** A draft of this place or of one within it, or one that a whole district's counters share. */
export const isWithinReach = (
  tree: Pick<OrganisationTree, 'within'>,
  draft: string,
  place: string,
): boolean => tree.within(draft, place) || tree.within(place, draft);

interface At {
  readonly draft: Pick<CaseDraft, 'place'>;
  readonly place: RegionNode;
  readonly tree: OrganisationTree;
  readonly by: Person;
}
/** Whether the draft lies within reach of the place, and the place is the clerk's. */
export const isReached = ({ draft, place, tree, by }: At): boolean =>
  isWithinReach(tree, draft.place, place.code) && permit(MAY, by, { place: place.code }, tree) === 'allowed';

interface Shutting {
  readonly code: string;
  readonly isReached: boolean;
  readonly today: string;
}
/** Refuses a code that is not this draft's, a place out of reach, and a draft that is a case already or over. */
export function refuseShut(
  draft: CaseDraft,
  number: string | undefined,
  { code, isReached: isNear, today }: Shutting,
): void {
  if (draft.code === null || draft.code !== plainCode(code) || !isNear) refuse('cases.draft-unknown');
  if (number !== undefined) refuse('cases.draft-taken', { number });
  if (draft.expiresOn < today) refuse('cases.draft-over', { on: formatDay(draft.expiresOn) });
}
