import { ref, type Ref } from 'vue';
import { asFault, send, type Fault } from '#desk/api/http.ts';
import { freshKey } from '#desk/api/key.ts';
import type { Row } from '#desk/api/program.ts';

interface Change {
  readonly path: string;
  readonly body: unknown;
  readonly version?: number;
}
export interface Sending {
  readonly fault: Ref<Fault | null>;
  readonly isBusy: Ref<boolean>;
  /** What is wrong with this field, in words; empty when nothing is. */
  readonly faultAt: (path: string) => string;
  /** The row as it is afterwards; undefined when it was refused, and `fault` says why. */
  readonly run: <T = Row>(change: Change) => Promise<T | undefined>;
}
/** Sends one change however often it is pressed: the same content keeps its key until the server has answered. */
export function useSend(): Sending {
  const fault = ref<Fault | null>(null);
  const isBusy = ref(false);
  let key = freshKey();
  let content = '';

  async function run<T = Row>(change: Change): Promise<T | undefined> {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    const now = JSON.stringify(change);
    if (now !== content) [key, content] = [freshKey(), now];
    try {
      const { path, ...rest } = change;
      const row = await send<T>('POST', path, { ...rest, key });
      fault.value = null;
      content = '';
      return row;
    } catch (thrown) {
      fault.value = asFault(thrown);
      // A refusal is an answer; a broken line is none, and is asked again under its key.
      if (fault.value.status > 0 && fault.value.status < 500) content = '';
      return undefined;
    } finally {
      isBusy.value = false;
    }
  }
  const faultAt = (path: string): string =>
    fault.value?.fields.find((each) => each.path === path)?.message ?? '';
  return { fault, isBusy, faultAt, run };
}
