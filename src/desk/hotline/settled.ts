import { onBeforeUnmount, watch } from 'vue';

/** Runs when what is looked at has not changed for a while: a question per pause, not per letter. */
export function whenSettled<T>(look: () => T, then: (value: T) => unknown, ms = 500): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(look, (value) => {
    clearTimeout(timer);
    timer = setTimeout(then, ms, value);
  });
  onBeforeUnmount(() => clearTimeout(timer));
}
