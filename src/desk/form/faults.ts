import type { InjectionKey, Ref } from 'vue';
import type { Subject } from '#desk/records/attachments.ts';
import { bare, type Schema } from './schema.ts';

/** What every field of one form needs to know of it. */
export interface FormContext {
  /** Distinguishes the fields of two forms on one page. */
  readonly name: string;
  /** What is wrong at a path, from the server or from looking. */
  readonly faultAt: (path: string) => string;
  readonly isBusy: Readonly<Ref<boolean>>;
  /** The row acted upon and what it hangs on, from whose files a field may choose, by noun; none in a birth. */
  readonly subjects: Readonly<Record<string, Subject>>;
}
export const formContext: InjectionKey<FormContext> = Symbol('form');

export const fieldId = (form: string, path: string): string =>
  `${form}-${path.replaceAll('.', '-') || 'all'}`;
export const under = (path: string, name: string | number): string =>
  path === '' ? String(name) : `${path}.${name}`;

/** `figures.3.value` as people say it: 数据 第 4 项 数值. Of what is no field of the form, the last name says most. */
export function titleAt(given: Schema, path: string): string {
  let schema: Schema | undefined = bare(given);
  const words: string[] = [];
  for (const part of path === '' ? [] : path.split('.')) {
    const isItem: boolean = schema?.items !== undefined && /^\d+$/.test(part);
    const next: Schema | undefined = isItem ? schema!.items : schema?.properties?.[part];
    if (isItem) words.push(`第 ${Number(part) + 1} 项`);
    else if (next?.title !== undefined) words.push(next.title);
    else words.splice(0, words.length, part.split('/').at(-1)!);
    schema = next === undefined ? undefined : bare(next);
  }
  return words.join(' ');
}
