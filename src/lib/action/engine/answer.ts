import type { Action } from '../action.ts';
import { withoutEnd, type Personal } from '../column.ts';
import type { Noun, Row } from '../noun.ts';
import { permit } from '../permission.ts';
import type { Person, ScopeTree } from '../person.ts';
import type { Instant } from '#lib/time.ts';
import { planOf } from './plan.ts';

/** The row as anyone with sight of it may read it: personal values masked, secrets gone. */
export function publicRow(noun: Noun, row: Row): Readonly<Record<string, unknown>> {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const { shown: blank, personal } = planOf(noun);
  const shown: Record<string, unknown> = { ...blank };
  for (const name of Object.keys(blank)) shown[name] = values[name] ?? null;
  for (const { name, isEndHidden } of personal) {
    if (shown[name] === null) continue;
    const { mask } = shown[name] as Personal;
    shown[name] = isEndHidden ? withoutEnd(mask) : mask;
  }
  return shown;
}

/** The actions this person may do to the row as it stands, in the order they were declared. */
export function openActions(
  actions: readonly Action[],
  row: Row,
  asked: { readonly by: Person; readonly now: Instant; readonly scopes: ScopeTree },
): readonly Action[] {
  return actions.filter(
    (action) =>
      action.from?.includes(row.state) &&
      !action.hidden &&
      permit(action.may, asked.by, row, asked.scopes) === 'allowed' &&
      action.when(row, asked.now),
  );
}
