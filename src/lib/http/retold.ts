import type { Noun, Row } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';

const isWords = (text: string): boolean => !isUuid(text) && !/^\d{4}-\d{2}-\d{2}(T|$)/.test(text);

function inOtherWords(value: unknown, retell: (text: string) => string): unknown {
  if (typeof value === 'string') return isWords(value) ? retell(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => inOtherWords(each, retell));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOtherWords(each, retell)]));
}

/** Whether some module tells the history of such rows in other words to some of those who see them. */
export const isRetold = ({ modules }: Pick<App, 'modules'>, noun: Noun): boolean =>
  modules.some((module) => module.histories?.some((each) => each.noun === noun));

/**
 * What was said about a row, as this person may read it: a value of any shape in, the same shape out. Where a module tells
 * the row's history in other words (`histories`), every text is told so; identifiers, days and instants stay.
 */
export async function retoldFor(
  { noun, row }: { readonly noun: Noun; readonly row: Row },
  asked: { readonly by: Person; readonly app: App },
): Promise<(said: unknown) => unknown> {
  const histories = asked.app.modules.flatMap((module) => module.histories ?? []);
  const retell = await histories.find((each) => each.noun === noun)?.retold(row, asked);
  return retell ? (said) => inOtherWords(said, retell) : (said) => said;
}
