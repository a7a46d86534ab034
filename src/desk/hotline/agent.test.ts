import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, h, nextTick, ref, type App, type Component } from 'vue';
import { NOTHING, type Written } from './draft.ts';
import OrderActions from './OrderActions.vue';
import RegisterForm from './RegisterForm.vue';
import RingingCalls from './RingingCalls.vue';
import { useProgram } from '#desk/stores/program.ts';

const LAMPS = '城乡建设/城市建设和市政管理/城市公共设施';
let app: App;
let sent: { readonly path: string; readonly body: unknown }[];
/** What the server answers, by path without its question. */
let answers: Readonly<Record<string, unknown>>;

beforeEach(() => {
  localStorage.clear();
  sent = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const [address] = path.split('?');
    if (init.method === 'POST')
      sent.push({ path: address!, body: JSON.parse(init.body as string) as unknown });
    const answer = answers[address!];
    return Promise.resolve(new Response(JSON.stringify(answer ?? {}), { status: answer ? 200 : 404 }));
  });
  vi.stubGlobal('EventSource', undefined);
});
afterEach(() => {
  app.unmount();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});
const settle = async (): Promise<void> => {
  for (let n = 0; n < 8; n++) await new Promise((then) => setTimeout(then));
  await nextTick();
};
async function mount(component: Component, props: Readonly<Record<string, unknown>>): Promise<void> {
  app = createApp({ render: () => h(component, { ...props }) });
  app.component('RouterLink', (_, { slots }) => h('a', slots['default']?.()));
  app.mount(document.body.appendChild(document.createElement('div')));
  await settle();
}
const input = (id: string): HTMLInputElement => document.querySelector(`#${id}`)!;
async function type(id: string, text: string): Promise<void> {
  input(id).value = text;
  input(id).dispatchEvent(new Event('input'));
  await nextTick();
}

test('with the title left empty and the topic only typed, Ctrl+Enter registers at the first try', async () => {
  setActivePinia(createPinia());
  answers = {
    '/api/topics': { items: [{ id: '1', topicPath: LAMPS, level: 3, spokenAs: '路灯、井盖' }], next: null },
    '/api/organisation-tree': [],
    '/api/work-orders': { id: 'o1', number: 'GD1', version: 1, state: 'registered', actions: [] },
  };
  const written = ref<Written>({ ...NOTHING, type: 'help', place: '430611' });
  const done = vi.fn();
  await mount(
    {
      render: () =>
        h(RegisterForm, {
          written: written.value,
          'onUpdate:written': (now: Written) => (written.value = now),
          phone: '',
          call: '',
          onDone: done,
        }),
    },
    {},
  );
  await type('register-text', '小区门口路灯三天不亮。晚上看不见路。');
  input('register-topic').dispatchEvent(new Event('focus'));
  await type('register-topic', '路灯');
  const enter = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true });
  input('register-topic').dispatchEvent(enter);
  await settle();
  expect(sent.filter(({ path }) => path === '/api/work-orders')).toMatchObject([
    { body: { title: '小区门口路灯三天不亮', topic: LAMPS, type: 'help', place: '430611' } },
  ]);
  expect(done).toHaveBeenCalledOnce();
});

test('a second matter of one call is ticked by key, asked only during a call, and said when it is registered', async () => {
  setActivePinia(createPinia());
  answers = {
    '/api/topics': { items: [], next: null },
    '/api/organisation-tree': [],
    '/api/work-orders': { id: 'o2', number: 'GD2', version: 1, state: 'registered', actions: [] },
  };
  const [written, call, another] = [
    ref<Written>({ ...NOTHING, type: 'help', place: '430611', topic: LAMPS, text: '井盖也不见了。' }),
    ref(''),
    ref(false),
  ];
  const onForm = {
    'onUpdate:written': (now: Written) => (written.value = now),
    'onUpdate:another': (now: boolean) => (another.value = now),
  };
  await mount(
    {
      render: () =>
        h(RegisterForm, {
          written: written.value,
          phone: '',
          call: call.value,
          another: another.value,
          ...onForm,
        }),
    },
    {},
  );
  const alt9 = () =>
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit9', altKey: true, cancelable: true }));
  alt9();
  await settle();
  expect([another.value, document.body.textContent.includes('这是另一件事')]).toEqual([false, false]);
  call.value = 'c1';
  await settle();
  alt9();
  await settle();
  expect([another.value, document.body.textContent.includes('这是另一件事')]).toEqual([true, true]);
  const enter = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true });
  input('register-text').dispatchEvent(enter);
  await settle();
  expect(sent).toMatchObject([{ path: '/api/work-orders', body: { call: 'c1', isAnotherMatter: true } }]);
});

test('while it rings the agent sees the masked number and what this caller brought before, what is open first', async () => {
  const pinia = createPinia();
  setActivePinia(pinia);
  useProgram().program = { nouns: [{ name: 'call' }], actions: [], roles: {} } as never;
  const past = (number: string, title: string, isOpen: boolean) => ({
    id: number,
    number,
    title,
    isOpen,
    stateTitle: isOpen ? '办理中' : '已办结',
    registeredAt: '2020-05-11T01:00:00.000Z',
  });
  answers = {
    '/api/calls': {
      items: [{ id: 'c1', phone: '138****1234', arrivedAt: '2020-05-12T01:00:00.000Z' }],
      next: null,
    },
    '/api/calls/c1/caller': {
      orders: [past('GD2', '已修的井盖', false), past('GD1', '路灯不亮', true)],
      count: 2,
      open: 1,
    },
  };
  await mount(RingingCalls, { call: '' });
  const said = document.body.textContent;
  expect(said).toContain('来电 138****1234');
  expect(said).toContain('以前 2 件，未办结 1 件');
  expect(said.indexOf('GD1')).toBeGreaterThan(0);
  expect(said.indexOf('GD1')).toBeLessThan(said.indexOf('GD2'));
});

test('the code is shown in two halves to be read out, once the agent has told it', async () => {
  const pinia = createPinia();
  setActivePinia(pinia);
  const tellCode = {
    noun: 'work-order',
    name: 'tell-code',
    title: '告知查询码',
    path: '/api/work-orders/{id}/tell-code',
    input: { type: 'object', properties: {} },
  };
  useProgram().program = { nouns: [], actions: [tellCode], roles: {} } as never;
  const order = { id: 'o1', number: 'GD1', version: 1, state: 'registered', actions: ['tell-code'] };
  answers = {
    '/api/work-orders/o1/tell-code': { ...order, version: 2 },
    '/api/work-orders/o1/code': { number: 'GD1', code: 'K7Q29XDM' },
  };
  await mount(OrderActions, { order });
  expect(document.body.textContent).not.toContain('K7Q2');
  document.querySelector('button')!.click();
  await settle();
  expect(sent).toEqual([{ path: '/api/work-orders/o1/tell-code', body: {} }]);
  expect(document.body.textContent).toContain('K7Q2-9XDM');
});
