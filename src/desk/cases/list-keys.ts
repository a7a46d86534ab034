import { ref, type Ref } from 'vue';
import { onPageKey } from '#desk/components/page-keys.ts';
import { isArrow, moved, moveKeys } from '#desk/evaluation/finding-list.ts';

/**
 * Keys that go along the links of a list, each marked `data-line`: j and k from anywhere, the arrows once a line has the
 * focus, Enter opens. Any other key is for the line one stands on; `press` says whether it meant something there.
 */
export function useLineKeys(
  box: Ref<HTMLElement | null>,
  press: (key: string, at: number) => boolean = () => false,
) {
  const here = ref(-1);
  const lines = (): readonly HTMLElement[] => [
    ...(box.value?.querySelectorAll<HTMLElement>('[data-line]') ?? []),
  ];
  onPageKey((event) => {
    const all = lines();
    if (all.length === 0) return;
    const focused = all.indexOf(document.activeElement as HTMLElement);
    const from = focused === -1 ? here.value : focused;
    if (moveKeys.has(event.key) || (isArrow(event.key) && focused !== -1)) {
      event.preventDefault();
      here.value = from === -1 ? 0 : moved(from, all.length, event.key);
      return all[here.value]?.focus();
    }
    // What opens a form must not be typed into it.
    if (from !== -1 && from < all.length && press(event.key, from)) event.preventDefault();
  });
  return here;
}
