import { afterEach, expect, test } from 'vitest';
import { createApp, defineComponent, h } from 'vue';
import { onPageKey } from './page-keys.ts';

const pressed: string[] = [];
const Page = defineComponent({
  setup() {
    onPageKey((event) => pressed.push(event.key));
    return () => [h('input', { id: 'field' }), h('input', { id: 'tick', type: 'checkbox' })];
  },
});
const press = (at: Element, init: KeyboardEventInit): boolean =>
  at.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

afterEach(() => {
  pressed.length = 0;
  document.body.innerHTML = '';
});

test('after a tick the keys of the page go on working; the space bar stays with the tick', () => {
  const app = createApp(Page);
  app.mount(document.body.appendChild(document.createElement('div')));
  for (const key of ['d', 'j', ' ', 'Enter']) press(document.querySelector('#tick')!, { key });
  expect(pressed).toEqual(['d', 'j', 'Enter']);
  app.unmount();
});

test('a key works anywhere on the page, but not in a field, with Ctrl, under a dialog or after the page is left', () => {
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(Page);
  app.mount(root);
  press(document.body, { key: 'j' });
  press(document.querySelector('#field')!, { key: 'j' });
  press(document.body, { key: 'k', ctrlKey: true });
  expect(pressed).toEqual(['j']);
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('role', 'dialog');
  press(document.body, { key: 'k' });
  dialog.remove();
  press(document.body, { key: 'k' });
  expect(pressed).toEqual(['j', 'k']);
  app.unmount();
  press(document.body, { key: 'j' });
  expect(pressed).toEqual(['j', 'k']);
});
