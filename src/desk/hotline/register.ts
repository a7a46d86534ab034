import type { Written } from './draft.ts';

export interface Caller {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}
/**
 * What a registration says, as the API takes it; nobody's name and number are not sent. `call` is
 * the call it was taken down from.
 */
export function registerBody(written: Written, caller: Caller, call = ''): Readonly<Record<string, unknown>> {
  const { isUrgent, isConfidential, isPublishable, ...order } = written;
  const known = Object.fromEntries(
    Object.entries(caller).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
  return {
    ...Object.fromEntries(Object.entries(order).filter(([, value]) => value !== '')),
    ...(Object.keys(known).length > 0 ? { caller: known } : {}),
    ...(call === '' ? {} : { call }),
    ...(isUrgent ? { isUrgent } : {}),
    ...(isConfidential ? { isConfidential } : {}),
    ...(isPublishable ? { isPublishable } : {}),
  };
}

const TITLE_MOST = 40;
/** A title from the first sentence of what was taken down, for whoever has no time to think of one. */
export function titleFrom(text: string): string {
  const [first = ''] = text.trim().split(/[。！？；\n]/);
  return first.trim().slice(0, TITLE_MOST);
}

/** Fields by the paths of the API, as the list of faults calls them. */
export const FIELD_TITLES: Readonly<Record<string, string>> = {
  type: '诉求类型',
  text: '内容',
  title: '标题',
  place: '所在区划',
  topic: '诉求主题',
  'caller.phone': '来电号码',
  'caller.name': '姓名',
  'caller.address': '详细地址',
};
