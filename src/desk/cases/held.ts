import { computed, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
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

/** What to ask the office, once the number is whole and the item has a paper that is another's result; else null. */
export function askedOf({
  item,
  kind,
  idNumber,
  creditCode,
}: Written): Readonly<Record<string, string>> | null {
  if (!item?.elements?.materials?.some(({ outputOf }) => outputOf)) return null;
  const number = (kind === 'firm' ? creditCode : idNumber).trim();
  if (!(kind === 'firm' ? CREDIT_CODE : ID_NUMBER).test(number)) return null;
  return { item: item.number, [kind === 'firm' ? 'creditCode' : 'idNumber']: number.toUpperCase() };
}

/** What need not be brought by who stands at the counter. Without a network nothing is known; the office knows at the end. */
export function useHeld(written: Readonly<Ref<Written>>): ShallowRef<Holdings> {
  const holdings = shallowRef<Holdings>(NOTHING_HELD);
  const asked = computed(() => JSON.stringify(askedOf(written.value)));
  let turn = 0;
  watch(
    asked,
    async (now) => {
      const mine = ++turn;
      holdings.value = NOTHING_HELD;
      const body = JSON.parse(now) as Readonly<Record<string, string>> | null;
      if (body === null) return;
      const found = await send<Holdings>('POST', '/api/cases/held', { body }).catch(() => NOTHING_HELD);
      if (mine === turn) holdings.value = found;
    },
    { immediate: true },
  );
  return holdings;
}
