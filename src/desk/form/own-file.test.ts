import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, h, nextTick, ref, type App } from 'vue';
import type { Attachment, Subject } from '#desk/records/attachments.ts';
import * as attachments from '#desk/records/attachments.ts';
import OwnFilePicker from './OwnFilePicker.vue';

vi.mock(import('#desk/records/attachments.ts'), { spy: true });

let app: App;
let lying: readonly Attachment[];
let laid: { readonly subject: Subject; readonly file: File } | null;
const shown = (id: string, name: string | null): Attachment => ({
  id,
  number: id,
  state: 'kept',
  name,
  isReleased: null,
  size: 1,
});
const value = ref('');
const wait = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  lying = [shown('a1', '身份证.jpg'), shown('a2', null)];
  [laid, value.value] = [null, ''];
  vi.mocked(attachments.attachmentsOf).mockImplementation(() => Promise.resolve(lying));
  vi.mocked(attachments.attach).mockImplementation((subject, file) => {
    laid = { subject, file };
    const one = shown('a3', file.name);
    lying = [...lying, one];
    return Promise.resolve(one);
  });
});
afterEach(() => {
  app.unmount();
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});
async function open(): Promise<HTMLElement> {
  const pinia = createPinia();
  setActivePinia(pinia);
  app = createApp({
    render: () =>
      h(OwnFilePicker, {
        id: 'sheet',
        subject: { noun: 'case-file', id: 'c1' },
        modelValue: value.value,
        'onUpdate:modelValue': (next: string | undefined) => (value.value = next ?? ''),
      }),
  });
  const box = document.body.appendChild(document.createElement('div'));
  app.use(pinia).mount(box);
  await wait();
  return box;
}
const offered = (): string[] =>
  [...document.querySelectorAll('.el-select-dropdown__item')].map((each) => each.textContent.trim());

test('offers the files that lie with the row; one laid now lies with it and is chosen', async () => {
  const box = await open();
  // A file whose name is not shown to this person cannot be meant by its name.
  expect(offered()).toEqual(['身份证.jpg']);
  const chooser = box.querySelector<HTMLInputElement>('input[type=file]')!;
  const file = new File(['%PDF-1.7'], '撤回申请书.pdf', { type: 'application/pdf' });
  Object.defineProperty(chooser, 'files', { value: [file] });
  chooser.dispatchEvent(new Event('change'));
  await wait();
  await wait();
  await nextTick();
  expect(laid).toMatchObject({ subject: { noun: 'case-file', id: 'c1' }, file });
  expect(value.value).toBe('撤回申请书.pdf');
  expect(offered()).toEqual(['身份证.jpg', '撤回申请书.pdf']);
});
