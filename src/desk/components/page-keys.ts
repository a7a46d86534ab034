import { onBeforeUnmount, onMounted } from 'vue';

/** Where keys belong to what is written or chosen there, not to the page. */
const OWN_KEYS =
  'input:not([type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"]';
/** A tick takes the space bar and nothing else: whoever has just ticked a row goes on by the page's keys. */
const TICK = 'input[type="checkbox"]';
const isShown = (element: Element): boolean => element.checkVisibility?.() ?? true;

/** Whether a key press is for the page: nothing is being written, no dialog is open, no browser shortcut is meant. */
function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element) {
    if (event.target.closest(OWN_KEYS)) return false;
    if (event.key === ' ' && event.target.closest(TICK)) return false;
  }
  return ![...document.querySelectorAll('[role="dialog"], dialog[open]')].some(isShown);
}

/** Keys that work wherever on the page the focus is, as long as the page is shown. */
export function onPageKey(then: (event: KeyboardEvent) => void): void {
  const listen = (event: KeyboardEvent): void => {
    if (isForPage(event)) then(event);
  };
  onMounted(() => window.addEventListener('keydown', listen));
  onBeforeUnmount(() => window.removeEventListener('keydown', listen));
}
