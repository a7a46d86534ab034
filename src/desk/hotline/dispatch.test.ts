import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, h, nextTick, type App } from 'vue';
import DispatchForm from './DispatchForm.vue';
import { unitOptions } from './suggest.ts';

const WATER = '区水利局';
const unit = (value: string, name: string) => ({ value, name, kind: 'bureau', children: [] });
const TREE = [unit('tap', '区自来水公司'), unit('water', WATER)];
const ORDER = { id: 'o1', number: 'GD1', title: '漏水', topic: '城乡建设/供水', place: '430611001001' };
const RULED = { handler: 'water', topic: ORDER.topic, reason: '职责' };
let app: App | undefined;
let rulings: readonly object[];
/** Lets the tree of units arrive: on a page opened directly the form is there before it. */
let arrive: () => void;

beforeEach(() => {
  setActivePinia(createPinia());
  rulings = [RULED];
  const arrived = new Promise<void>((then) => (arrive = then));
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.startsWith('/api/organisation-tree')) {
      await arrived;
      return new Response(JSON.stringify(TREE));
    }
    if (path.startsWith('/api/precedents/suggest')) return new Response(JSON.stringify({ items: rulings }));
    return new Response('{}', { status: 404 });
  });
});
afterEach(() => {
  app?.unmount();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});
const settle = async (): Promise<void> => {
  for (let n = 0; n < 8; n++) await new Promise((then) => setTimeout(then));
  await nextTick();
};

test('on an order page opened directly the ruling pre-fills the unit as soon as the units are there', async () => {
  app = createApp({ render: () => h(DispatchForm, { orders: [ORDER] as never }) });
  app.mount(document.body.appendChild(document.createElement('div')));
  await settle();
  const field = document.querySelector<HTMLInputElement>('#dispatch-handler')!;
  expect(field.value).toBe('');
  arrive();
  await settle();
  expect(field.value).toBe(WATER);
  expect(document.body.textContent).toContain(`已按先例填入${WATER}，可以改派`);
  expect(document.body.textContent).toContain('先例：职责');
});

test('a ruling on the topic above is offered first, but fills in nothing; of none there is none', async () => {
  const units = TREE.map(({ value, name }) => ({ value, title: name }));
  const of = { title: '漏水', text: '漏水', topic: ORDER.topic, place: ORDER.place };
  rulings = [{ ...RULED, topic: '城乡建设' }];
  expect(await unitOptions(of, units)).toEqual({
    options: [{ value: 'water', title: WATER, hint: '先例：职责' }],
    ruled: null,
  });
  rulings = [];
  expect(await unitOptions(of, units)).toEqual({ options: [], ruled: null });
});
