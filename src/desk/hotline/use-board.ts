import { computed, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { get } from '#desk/api/http.ts';
import type { Listed } from '#desk/api/program.ts';
import { useNotice } from '#desk/stores/notice.ts';
import { pressing, type Moment } from './lights.ts';
import { useLive } from './live.ts';
import type { Order } from './model.ts';

interface Counts {
  readonly counts: Readonly<Record<string, number>>;
  /** Counting stops there. */
  readonly most: number;
  readonly yellowBefore: string | null;
  readonly stepYellowBefore: string | null;
}
export type Filters = Readonly<Record<string, string>>;
const PAGE = 200;

export interface BoardState {
  readonly orders: Readonly<Ref<readonly Order[]>>;
  readonly next: Ref<string | null>;
  readonly at: Readonly<Ref<Moment>>;
  readonly isKnown: Ref<boolean>;
  readonly isLive: Readonly<Ref<boolean>>;
  /** `12`, or `1000+` where counting stopped. */
  readonly countSaid: (list: string) => string;
  readonly countOf: (list: string) => number;
  readonly show: (list: string, filters: Filters) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly more: () => Promise<void>;
}

/** The lists of a desk with their numbers; looked at anew whenever somebody changes something. */
export function useBoard(): BoardState {
  const notice = useNotice();
  const counts: ShallowRef<Counts | null> = shallowRef(null);
  const found = shallowRef<readonly Order[]>([]);
  const next = ref<string | null>(null);
  const isKnown = ref(false);
  const now = ref(Date.now());
  let asked: { readonly list: string; readonly filters: Filters } | null = null;
  let turn = 0;

  const page = (after: string | null): Promise<Listed<Order>> =>
    get<Listed<Order>>(`/api/hotline/boards/${asked!.list}`, { ...asked!.filters, limit: PAGE, after });
  async function reload(): Promise<void> {
    const mine = ++turn;
    const [told, first] = await Promise.all([
      notice.guard(() => get<Counts>('/api/hotline/boards')),
      asked ? notice.guard(() => page(null)) : undefined,
    ]);
    if (mine !== turn) return;
    now.value = Date.now();
    if (told) counts.value = told;
    if (first) [found.value, next.value] = [first.items, first.next];
    isKnown.value = true;
  }
  async function more(): Promise<void> {
    const mine = ++turn;
    const further = await notice.guard(() => page(next.value));
    if (mine !== turn || !further) return;
    found.value = [...found.value, ...further.items];
    next.value = further.next;
  }
  const isLive = useLive(reload, ({ noun }) => noun === 'work-order');
  const countOf = (list: string): number => counts.value?.counts[list] ?? 0;
  return {
    orders: computed(() => pressing(found.value)),
    next,
    at: computed(() => ({
      now: now.value,
      yellowBefore: Date.parse(counts.value?.yellowBefore ?? '') || 0,
      stepYellowBefore: Date.parse(counts.value?.stepYellowBefore ?? '') || 0,
    })),
    isKnown,
    isLive,
    countOf,
    countSaid: (list) =>
      counts.value === null ? '' : `${countOf(list)}${countOf(list) === counts.value.most ? '+' : ''}`,
    show: (list, filters) => {
      if (asked?.list !== list) found.value = [];
      asked = { list, filters };
      return reload();
    },
    reload,
    more,
  };
}
