import { coveredText, withoutPeople } from '#lib/covering/masking.ts';
import type { Recorded } from '#lib/covering/recorded.ts';

/** Who applies and who acts for them, in the clear. */
export interface Applying {
  readonly applicantKind: 'person' | 'firm' | (string & {}) | null;
  readonly applicantName?: string | null | undefined;
  readonly agentName?: string | null | undefined;
  readonly phone?: string | null | undefined;
}
/** Whom a text of a case may name that is not public: an applicant who is a person, the agent; with the telephone of both. Pure. */
export const peopleOf = ({
  applicantKind,
  applicantName,
  agentName,
  phone,
}: Applying): readonly Recorded[] => [
  { name: applicantKind === 'person' ? applicantName : null, phone },
  { name: agentName, phone },
];

/** What somebody wrote for themselves, without who they are and without these people. Pure. */
export const spokenWithout = (text: string, people: readonly Recorded[]): string =>
  people.reduce((said: string, each) => coveredText(said, each), coveredText(text, {}));
/** What the office wrote, without these people. Pure. */
export const writtenWithout = withoutPeople;
