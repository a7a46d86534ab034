import type { ActionShown, ColumnShown, NounShown } from '#desk/api/program.ts';
import { choices, properties } from '#desk/form/schema.ts';

/** What a column's stored word is called, where a form offers it as a choice: `department` is 部门. */
export function choiceTitle(
  actions: readonly ActionShown[],
  column: string,
  value: unknown,
): string | undefined {
  for (const action of actions) {
    const schema = properties(action.input).find(([name]) => name === column)?.[1];
    const found = schema && choices(schema).find((each) => each.value === value);
    if (found && found.title !== String(found.value)) return found.title;
  }
  return undefined;
}

/** The title of something an entry tells about a record: a field of the action's form, else a column. */
export function detailTitle(
  of: { readonly noun: NounShown; readonly action: ActionShown | undefined },
  name: string,
): string | undefined {
  const field = properties(of.action?.input ?? {}).find(([each]) => each === name)?.[1];
  const column: ColumnShown | undefined = of.noun.columns[name];
  return field?.title ?? column?.title;
}
