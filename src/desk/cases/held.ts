import { computed, shallowRef, watch, type ShallowRef } from 'vue';
import { send } from '#desk/api/http.ts';
import type { Written } from './application.ts';

/** 已持有: a paper that the office itself gave, with where it comes from. `on` is a day. */
export interface HeldPaper {
  readonly name: string;
  readonly itemName: string;
  readonly number: string;
  readonly on: string;
}
/** As `POST /api/cases/held` answers, by the names of the rule that chooses the papers. */
export interface Holdings {
  readonly results: readonly string[];
  readonly numbers: Readonly<Record<string, string>>;
  readonly papers: readonly HeldPaper[];
}
const NOTHING_HELD: Holdings = { results: [], numbers: {}, papers: [] };
const ID_NUMBER = /^\d{17}[\dXx]$/;
const CREDIT_CODE = /^[0-9A-Za-z]{18}$/;

type Body = Readonly<Record<string, string>>;
type Who = Pick<Written, 'kind' | 'idNumber' | 'creditCode'>;
/** Whose document it is, once its number is whole. */
function numberOf({ kind, idNumber, creditCode }: Who): Body | null {
  const number = (kind === 'firm' ? creditCode : idNumber).trim();
  if (!(kind === 'firm' ? CREDIT_CODE : ID_NUMBER).test(number)) return null;
  return { [kind === 'firm' ? 'creditCode' : 'idNumber']: number.toUpperCase() };
}

/** What to ask the office, once the number is whole and the item has a paper that is another's result; else null. */
export function askedOf({ item, kind, idNumber, creditCode }: Written): Body | null {
  if (!item?.elements?.materials?.some(({ outputOf }) => outputOf)) return null;
  const number = numberOf({ kind, idNumber, creditCode });
  return number && { item: item.number, ...number };
}
/** The same of one thing. */
export function askedOfTheme(theme: string, written: Who): Body | null {
  const number = theme === '' ? null : numberOf(written);
  return number && { theme, ...number };
}

/** What need not be brought by who stands at the counter. Without a network nothing is known; the office knows at the end. */
export function useHeld(whose: () => Body | null): ShallowRef<Holdings> {
  const holdings = shallowRef<Holdings>(NOTHING_HELD);
  const asked = computed(() => JSON.stringify(whose()));
  let turn = 0;
  watch(
    asked,
    async (now) => {
      const mine = ++turn;
      holdings.value = NOTHING_HELD;
      const body = JSON.parse(now) as Body | null;
      if (body === null) return;
      const found = await send<Holdings>('POST', '/api/cases/held', { body }).catch(() => NOTHING_HELD);
      if (mine === turn) holdings.value = found;
    },
    { immediate: true },
  );
  return holdings;
}
