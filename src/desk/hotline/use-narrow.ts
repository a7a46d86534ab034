import { onScopeDispose, ref, type Ref } from 'vue';

/** As wide as the styles' one column. */
const NARROW = '(max-width: 60rem)';

/** Whether the page has one column only: what stands beside a list elsewhere must open over it here. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const media = window.matchMedia?.(NARROW);
  const isNarrow = ref(media?.matches ?? false);
  const look = (): void => void (isNarrow.value = media.matches);
  media?.addEventListener('change', look);
  onScopeDispose(() => media?.removeEventListener('change', look));
  return isNarrow;
}
