import type { Noun } from '#lib/action/noun.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Change, Happened } from './news-view.ts';

/** What a desk is told: which row changed by which action. What it says now, the desk asks for, under its own rights. */
export interface Told {
  readonly seq: number;
  readonly noun: string;
  readonly id: string;
  readonly action: string;
  readonly state: string;
}

const rowOf = (change: Change, columns: object): object => ({ id: change.id, ...change.set, ...columns });

/** A row that has just left somebody's sight is told of once more, or it would stay on their screen. */
function isInSight(change: Change, noun: Noun, by: Person, scopes: ScopeTree): boolean {
  const sees = (columns: object): boolean =>
    permit(noun.see, by, rowOf(change, columns), scopes) === 'allowed';
  return sees(change.is) || (change.was !== null && sees(change.was));
}

/** What of it this person may know. Nothing of what was written: no title, no name, no number. */
export const heardBy = (
  { seq, action, changes }: Happened,
  nouns: ReadonlyMap<string, Noun>,
  asked: { readonly by: Person; readonly scopes: ScopeTree },
): readonly Told[] =>
  changes
    .filter((change) => {
      const noun = nouns.get(change.noun);
      return noun !== undefined && isInSight(change, noun, asked.by, asked.scopes);
    })
    .map((change) => ({
      seq,
      noun: change.noun,
      id: change.id,
      action,
      state: String(change.is['state']),
    }));
