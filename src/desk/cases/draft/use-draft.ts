import { ref, shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { asFault } from '#desk/api/http.ts';
import type { Written } from '../application.ts';
import { filledFrom, readDraft, readItem, type DraftShown } from './draft.ts';

/** The draft that lies at this counter, and how it came there. */
export function useDraft() {
  const router = useRouter();
  const draft = shallowRef<DraftShown | null>(null);
  const fault = ref('');
  const isOpening = ref(false);

  /** Opens a draft by its code, or an item by its own; what the form then says, or nothing when it is refused. */
  async function open(
    { code, item }: { readonly code: string; readonly item: string },
    counter: Written,
  ): Promise<Written | null> {
    isOpening.value = true;
    fault.value = '';
    try {
      const found = code === '' ? null : await readDraft(code);
      if (found?.theme) {
        // One thing has a counter page of its own.
        await router.replace({ path: '/cases/bundles/new', query: { draft: code } });
        return null;
      }
      const whole = await readItem(found?.itemCode ?? item);
      draft.value = found;
      return found ? filledFrom(found, whole, counter) : { ...counter, item: whole };
    } catch (thrown) {
      const { message, next } = asFault(thrown);
      fault.value = `${message}。${next}`;
      return null;
    } finally {
      isOpening.value = false;
    }
  }
  return { draft, fault, isOpening, open };
}
