import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Entry } from './entry.ts';
import { sendEntry, type Outcome } from './send-entry.ts';
import { dropEntry, entriesOf, keepEntry } from './store.ts';

const EVERY = 20_000;
const RECENT = 20;
const entries = shallowRef<readonly Entry[]>([]);
const isSending = ref(false);
let account = '';
let timer: ReturnType<typeof setInterval> | undefined;

interface Submitted extends Outcome {
  readonly isKept: boolean;
}

async function look(): Promise<void> {
  const found = account === '' ? [] : await entriesOf(account).catch(() => []);
  const sent = found.filter(({ state }) => state === 'sent');
  for (const old of sent.slice(0, Math.max(0, sent.length - RECENT))) await dropEntry(old.key);
  entries.value = found;
}
/** Everything that waits, the oldest first; stops at the first that gets no answer. */
async function flush(): Promise<void> {
  if (isSending.value) return;
  isSending.value = true;
  try {
    await look();
    for (const entry of entries.value.filter(({ state }) => state === 'waiting')) {
      const { entry: now } = await sendEntry(entry);
      await look();
      if (now.state === 'waiting') break;
    }
  } finally {
    isSending.value = false;
  }
}
/**
 * Keeps an application, then sends it. What cannot be kept (a browser that keeps nothing) is sent all the same, and told:
 * without an answer it is then only on the page.
 */
async function submit(entry: Entry): Promise<Submitted> {
  isSending.value = true;
  try {
    const isKept = await keepEntry(entry).then(
      () => true,
      () => false,
    );
    return { ...(await sendEntry(entry)), isKept };
  } finally {
    isSending.value = false;
    await look();
  }
}
async function drop(key: string): Promise<void> {
  await dropEntry(key).catch(() => undefined);
  await look();
}
/** From now on what waits for this account goes out as soon as there is a line. */
function serve(whose: string): void {
  account = whose;
  if (timer !== undefined) return;
  timer = setInterval(() => {
    if (entries.value.some(({ state }) => state === 'waiting')) void flush();
  }, EVERY);
  window.addEventListener('online', () => void flush());
  void flush();
}

interface Outbox {
  readonly entries: ShallowRef<readonly Entry[]>;
  readonly waiting: ComputedRef<number>;
  readonly refused: ComputedRef<number>;
  readonly isSending: Ref<boolean>;
  readonly submit: (entry: Entry) => Promise<Submitted>;
  readonly flush: () => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
  readonly serve: (account: string) => void;
}
const count = (state: Entry['state']): number => entries.value.filter((each) => each.state === state).length;
const waiting = computed(() => count('waiting'));
const refused = computed(() => count('refused'));
export const useOutbox = (): Outbox => ({ entries, waiting, refused, isSending, submit, flush, drop, serve });
