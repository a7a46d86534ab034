import type { FieldFault } from '#lib/refusal.ts';
import type { Form } from '#lib/http/forms.ts';
import type { Fault } from '../parts.ts';

const KEY = /^[\w-]{22}$/;
export const isFormKey = (key: string | undefined): key is string => key !== undefined && KEY.test(key);

const CHOICES = ['channel', 'type', 'topic', 'place'] as const;
const CALLER = ['name', 'phone', 'address'] as const;
const TICKS = ['isAnonymous', 'isConfidential', 'isPublishable'] as const;

/** What of these fields was filled in; blank is not said. */
const filled = (form: Form, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.filter((name) => form[name]?.trim()).map((name) => [name, form[name]!]));

/** The form as the input of `write-letter`. */
export function inputOf(form: Form): Readonly<Record<string, unknown>> {
  const caller = filled(form, CALLER);
  return {
    ...filled(form, [...CHOICES, 'title', 'text']),
    ...(Object.keys(caller).length > 0 ? { caller } : {}),
    ...Object.fromEntries(TICKS.filter((name) => form[name] === 'on').map((name) => [name, true])),
  };
}

const count = (text: string | undefined): string => `（现有 ${[...(text ?? '')].length} 字）`;

const TITLES: Readonly<Record<string, string>> = {
  channel: '写给谁',
  type: '属于哪一类',
  topic: '关于什么',
  place: '在哪里',
  title: '标题',
  text: '内容',
  name: '姓名',
  phone: '联系电话',
  address: '联系地址',
};

/** Faults of the input at the fields of the form, in the words of a form. */
export const formFaults = (fields: readonly FieldFault[], form: Form): Fault['fields'] =>
  fields.map(({ path, message }) => {
    const name = path.replace(/^caller\./, '');
    const title = TITLES[name];
    const at = { path: name, ...(title === undefined ? {} : { title }) };
    if ((CHOICES as readonly string[]).includes(name)) return { ...at, message: '请选择' };
    return { ...at, message: message.startsWith('最多') ? message + count(form[name]) : message };
  });
