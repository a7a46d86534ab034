import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day, type Instant } from '#lib/time.ts';
import {
  item,
  lettersFor,
  lettersOf,
  lettersOfItem,
  sealScope,
  sealsOf,
  sealsOfItem,
  type Item,
} from '#catalogue/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { holding } from '#lib/action/need.ts';
import { settingNow } from '#settings/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import { powerRules, type PowerRules } from './rules.ts';
import './refusals.ts';

type Asked = { readonly row: Pick<CaseFile, 'item' | 'department'> };
const around = {
  of: find(item, ({ row }: Asked) => ({ id: row.item })),
  tree: holding(organisationTree),
  powers: settingNow(powerRules),
};
export const letterNeeds = { ...around, letters: lettersOf(({ row }: Asked) => row.department) };
export const sealNeeds = { ...around, seals: sealsOf(({ row }: Asked) => row.department) };

/** Of a case that is decided and sealed with its birth. */
export const atOnceNeeds = {
  powers: settingNow(powerRules),
  letters: lettersOfItem,
  seals: sealsOfItem,
};

interface Around {
  readonly of: Pick<Item, 'basicCode'> | null;
  readonly tree: { readonly nameOf: (scope: string) => string };
  readonly powers: PowerRules;
  readonly now: Instant;
}
type Deciding = Pick<CaseFile, 'itemCode' | 'itemName' | 'department'>;

/** What of a case says who may act on it: the item’s codes and the department that decides. */
const powered = ({ itemCode, department }: Deciding, { of }: Around) => ({
  number: itemCode,
  basicCode: of?.basicCode ?? null,
  organisation: department,
});
const told = (mine: Deciding, { tree }: Around, on: Day) => ({
  department: tree.nameOf(mine.department),
  item: mine.itemName,
  on: formatDay(on),
});

type Letters = readonly (Parameters<typeof lettersFor>[0][number] & {
  readonly chief: string;
  readonly accountId: string | null;
})[];
/** The letters that cover the item on the day. Refuses where there is none, and there must be one. */
function coveringLetters<L extends Letters[number]>(
  mine: Deciding,
  given: Around & { readonly letters: readonly L[] },
): readonly L[] {
  const { letters, powers, now } = given;
  const on = dayOf(now);
  if (letters.length === 0 && !powers.demandsLetter) return [];
  const covering = lettersFor(letters, powered(mine, given), on);
  return covering.length > 0 ? covering : refuse('cases.no-letter', told(mine, given, on));
}

/**
 * 即办: an instant item is decided by whoever stands at the window, if the department lets the hall decide it at all; the
 * letter need not name them.
 */
export function refuseUnlettered(mine: Deciding, given: Around & { readonly letters: Letters }): void {
  coveringLetters(mine, given);
}

/**
 * 授权到位: whoever decides at the hall does so by a letter of the department that covers the item on that day, and is
 * the person it names. A letter from before accounts were named lets anybody of the department who decides. A department
 * of which no letter was ever recorded is held to nothing, unless the setting says so.
 */
export function refuseUncovered(
  mine: Deciding,
  given: Around & { readonly letters: Letters; readonly by: { readonly id: string } },
): void {
  const { by, now } = given;
  const naming = coveringLetters(mine, given).filter(({ accountId }) => accountId !== null);
  if (naming.length > 0 && !naming.some(({ accountId }) => accountId === by.id))
    refuse('cases.not-the-chief', {
      ...told(mine, given, dayOf(now)),
      chief: [...new Set(naming.map(({ chief }) => chief))].join('、'),
    });
}

type Seal = Parameters<typeof sealScope>[0][number] & { readonly id: string; readonly name: string };

/**
 * The seal put under a decision: the one that is named, else the only one that fits. Null where the department never
 * recorded one and the setting asks for none. Refuses a seal outside its scope or its time.
 */
export function sealFor(
  mine: Deciding,
  wanted: string | undefined,
  given: Around & { readonly seals: readonly Seal[] },
): string | null {
  const { seals, powers, now } = given;
  const on = dayOf(now);
  if (seals.length === 0 && wanted === undefined && !powers.demandsSeal) return null;
  const usable = sealScope(seals, powered(mine, given), on);
  const names = usable.map(({ name }) => name).join('、');
  if (usable.length === 0) return refuse('cases.seal-scope', told(mine, given, on));
  if (wanted !== undefined)
    return (
      usable.find(({ id }) => id === wanted)?.id ?? refuse('cases.other-seal', { item: mine.itemName, names })
    );
  return usable.length === 1 ? usable[0]!.id : refuse('cases.which-seal', { item: mine.itemName, names });
}
