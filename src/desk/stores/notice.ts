import { defineStore } from 'pinia';
import { ref } from 'vue';
import { asFault, type Fault } from '#desk/api/http.ts';

/** The one banner above a page: what went wrong, or what was done. One at a time, until the next page. */
export interface Notice {
  readonly kind: 'fault' | 'done';
  readonly message: string;
  readonly next: string;
  readonly request: string;
}

export const useNotice = defineStore('notice', () => {
  const notice = ref<Notice | null>(null);
  function done(message: string, next = ''): void {
    notice.value = { kind: 'done', message, next, request: '' };
  }
  function fault(thrown: unknown): void {
    const { message, next, request }: Fault = asFault(thrown);
    notice.value = { kind: 'fault', message, next, request };
  }
  function clear(): void {
    notice.value = null;
  }
  /** Runs it; a failure becomes the banner. Returns undefined then. */
  async function guard<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (thrown) {
      fault(thrown);
      return undefined;
    }
  }
  return { notice, done, fault, clear, guard };
});
