import { shallowRef, type Ref, type ShallowRef } from 'vue';
import type { Written } from './draft.ts';
import { whenSettled } from './settled.ts';
import { suggestFor } from './suggest.ts';

type Suggested = Awaited<ReturnType<typeof suggestFor>>;
/** Less says nothing about a topic. */
const SHORTEST = 6;

/** What the program takes the text for, asked anew whenever the writing pauses. */
export function useSuggestion(written: Readonly<Ref<Written>>): ShallowRef<Suggested> {
  const suggested: ShallowRef<Suggested> = shallowRef(null);
  whenSettled(
    () => `${written.value.title}\n${written.value.text}`,
    async () => {
      const { title, text, place } = written.value;
      if (text.trim().length < SHORTEST) return;
      suggested.value = await suggestFor({ title, text, ...(place === '' ? {} : { place }) });
    },
    600,
  );
  return suggested;
}
