import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { get } from '#desk/api/http.ts';
import type { Listed, Row } from '#desk/api/program.ts';
import { useNotice } from '#desk/stores/notice.ts';

export interface Paged<T> {
  readonly items: ShallowRef<readonly T[]>;
  readonly next: Ref<string | null>;
  readonly isBusy: Ref<boolean>;
  /** From the beginning, for another question. */
  readonly ask: (query: Readonly<Record<string, string>>) => Promise<void>;
  readonly more: () => Promise<void>;
}

/** A keyset-paged list: the newest first, more on demand. An answer to an older question is thrown away. */
export function usePaged<T = Row>(path: string): Paged<T> {
  const items = shallowRef<readonly T[]>([]);
  const next = ref<string | null>(null);
  const isBusy = ref(false);
  const notice = useNotice();
  let asked: Readonly<Record<string, string>> = {};
  let turn = 0;

  async function load(after: string | null): Promise<void> {
    const mine = ++turn;
    isBusy.value = true;
    const page = await notice.guard(() => get<Listed<T>>(path, { ...asked, after }));
    if (mine !== turn) return;
    isBusy.value = false;
    if (!page) return;
    items.value = after === null ? page.items : [...items.value, ...page.items];
    next.value = page.next;
  }
  return {
    items,
    next,
    isBusy,
    ask: (query) => {
      asked = query;
      return load(null);
    },
    more: () => load(next.value),
  };
}
