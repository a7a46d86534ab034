import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, h, nextTick, type App } from 'vue';
import type { ActionShown } from '#desk/api/program.ts';
import ActionForm from './ActionForm.vue';

const rename: ActionShown = {
  noun: 'file',
  name: 'rename',
  title: '改名',
  about: '',
  from: ['open'],
  to: ['open'],
  path: '/api/files/{id}/rename',
  input: {
    type: 'object',
    required: ['title'],
    properties: {
      title: { type: 'string', title: '标题', maxLength: 60 },
      note: { type: 'string', title: '说明', maxLength: 60 },
    },
  },
};
const row = { id: 'f1', version: 3 };
interface Sent {
  readonly path: string;
  readonly key: string | null;
  readonly match: string | null;
  readonly body: unknown;
}
let sent: Sent[];
let answers: (() => Response)[];
let app: App;
let done: unknown[];

const answer = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const refusal = (more: object) => ({
  code: 'x',
  message: '填写的内容有误',
  next: '请改正',
  fields: [],
  request: 'R',
  ...more,
});

beforeEach(() => {
  sessionStorage.clear();
  [sent, answers, done] = [[], [], []];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const body: unknown = JSON.parse(init.body as string);
    sent.push({ path, key: headers.get('idempotency-key'), match: headers.get('if-match'), body });
    return Promise.resolve().then(() => answers.shift()!());
  });
});
afterEach(() => {
  app.unmount();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

async function open(part = ''): Promise<void> {
  const pinia = createPinia();
  setActivePinia(pinia);
  app = createApp({
    render: () =>
      h(ActionForm, { action: rename, row, part, onDone: (...given: unknown[]) => done.push(given[0]) }),
  });
  app.use(pinia).mount(document.body.appendChild(document.createElement('div')));
  await nextTick();
}
const field = (): HTMLInputElement => document.querySelector('#form-file-rename-title')!;
async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input'));
  await nextTick();
}
/** Presses the button and lets everything that follows at once happen. */
async function submit(): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit'));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((give) => setTimeout(give));
}
const text = (): string => document.body.textContent ?? '';

test('sends what was filled in, with the version that was looked at and a key', async () => {
  await open();
  await type('新名');
  answers = [answer(200, { id: 'f1', version: 4 })];
  await submit();
  expect(sent).toMatchObject([{ path: '/api/files/f1/rename', match: '"3"', body: { title: '新名' } }]);
  expect(sent[0]!.key).toMatch(/^[0-9a-f]{32}$/);
  expect(done).toEqual([{ id: 'f1', version: 4 }]);
});

test('a fault stands at its field and on top in the same words, and nothing typed is lost', async () => {
  await open();
  await type('x');
  answers = [answer(400, refusal({ fields: [{ path: 'title', message: '至少 2 个字' }] }))];
  await submit();
  expect(document.querySelector('[role=alert]')!.textContent).toContain('标题：至少 2 个字');
  expect(document.querySelector('#form-file-rename-title-fault')!.textContent).toContain('至少 2 个字');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(field().value).toBe('x');
});

test('after a broken line the same key is sent again; after a refusal another', async () => {
  await open();
  await type('新名');
  answers = [
    () => {
      throw new TypeError('network');
    },
    answer(422, refusal({})),
    answer(200, { id: 'f1', version: 4 }),
  ];
  await submit();
  expect(text()).toContain('连不上服务器');
  await submit();
  await submit();
  const [first, second, third] = sent.map((each) => each.key);
  expect(second).toBe(first);
  expect(third).not.toBe(second);
});

test('who was overtaken sees the current record, and sends again on purpose with its version', async () => {
  await open();
  await type('新名');
  answers = [
    answer(409, refusal({ current: { id: 'f1', version: 7, state: 'open' } })),
    answer(200, { id: 'f1', version: 8 }),
  ];
  await submit();
  expect(text()).toContain('第 7 版');
  const again = [...document.querySelectorAll('button')].find((each) =>
    each.textContent?.includes('仍要提交'),
  )!;
  again.click();
  await nextTick();
  await submit();
  expect(sent.map((each) => each.match)).toEqual(['"3"', '"7"']);
  expect(sent[1]!.body).toEqual({ title: '新名' });
});

test('what was not sent is there again when the form is opened again', async () => {
  await open();
  await type('没写完');
  app.unmount();
  document.body.innerHTML = '';
  await open();
  expect(field().value).toBe('没写完');
  expect(text()).toContain('已恢复上次没有提交的内容');
});

test('a draft about one part of a record does not appear in the form of another', async () => {
  await open('甲');
  await type('关于甲');
  app.unmount();
  document.body.innerHTML = '';
  await open('乙');
  expect(field().value).toBe('');
});
