import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const SETTLE_MS = 400;
const AT_MOST_EVERY_MS = 2_000;
const POLL_MS = 15_000;

interface Change {
  readonly noun: string;
  readonly id: string;
}
type Concerns = (change: Change) => boolean;

/**
 * Calls `then` soon after somebody changed what this page shows. The server tells it by a stream of events; where there
 * is none, the page looks again every quarter of a minute. A page in the background holds no connection, of which a
 * browser has few: it looks once when it comes to the front again.
 */
export function useLive(then: () => unknown, concerns: Concerns = () => true): Readonly<Ref<boolean>> {
  const isLive = ref(false);
  let source: EventSource | null = null;
  let settle: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let lookedAt = 0;

  function look(): void {
    settle = undefined;
    lookedAt = Date.now();
    void then();
  }
  // Several changes in one moment are one look, and a busy day is no storm of them.
  function soon(): void {
    settle ??= setTimeout(look, Math.max(SETTLE_MS, lookedAt + AT_MOST_EVERY_MS - Date.now()));
  }
  function hear({ data }: MessageEvent<string>): void {
    if (concerns(JSON.parse(data) as Change)) soon();
  }
  function listen(): void {
    if (typeof EventSource === 'undefined' || source) return;
    source = new EventSource('/api/hotline/live');
    source.addEventListener('open', () => (isLive.value = true));
    source.addEventListener('change', hear);
    source.addEventListener('reset', soon);
    source.addEventListener('error', () => (isLive.value = false));
  }
  function hangUp(): void {
    source?.close();
    source = null;
    isLive.value = false;
  }
  function onTurn(): void {
    if (document.hidden) return hangUp();
    listen();
    soon();
  }
  onMounted(() => {
    if (!document.hidden) listen();
    document.addEventListener('visibilitychange', onTurn);
    poll = setInterval(() => {
      if (!isLive.value && !document.hidden) look();
    }, POLL_MS);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', onTurn);
    hangUp();
    clearTimeout(settle);
    clearInterval(poll);
  });
  return isLive;
}
