import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const SETTLE_MS = 400;
const POLL_MS = 15_000;

/**
 * Calls `then` soon after somebody changed an order or a call. The server tells it by a stream of events; where there is
 * none, the page looks again every quarter of a minute, while it is shown.
 */
export function useLive(then: () => unknown): Readonly<Ref<boolean>> {
  const isLive = ref(false);
  let source: EventSource | null = null;
  let settle: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;

  // Several changes in one moment are one look.
  const soon = (): void => {
    clearTimeout(settle);
    settle = setTimeout(then, SETTLE_MS);
  };
  function listen(): void {
    if (typeof EventSource === 'undefined') return;
    source = new EventSource('/api/hotline/live');
    source.addEventListener('open', () => (isLive.value = true));
    source.addEventListener('message', soon);
    source.addEventListener('change', soon);
    source.addEventListener('error', () => (isLive.value = false));
  }
  onMounted(() => {
    listen();
    poll = setInterval(() => {
      if (!isLive.value && !document.hidden) then();
    }, POLL_MS);
  });
  onBeforeUnmount(() => {
    source?.close();
    clearTimeout(settle);
    clearInterval(poll);
  });
  return isLive;
}
