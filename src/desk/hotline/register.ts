import type { Written } from './draft.ts';

export interface Caller {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}
interface Around {
  /** The call it was taken down from. */
  readonly call?: string;
  /** What the program took it for; beside the topic that was chosen it tells where it was corrected. */
  readonly suggestedTopic?: string | undefined;
  /** The call has an order already, and this is another matter. */
  readonly isAnother?: boolean;
}
/**
 * What a registration says, as the API takes it; nobody's name and number are not sent, and a title nobody wrote is the
 * first sentence.
 */
export function registerBody(
  written: Written,
  caller: Caller,
  { call = '', suggestedTopic, isAnother = false }: Around = {},
): Readonly<Record<string, unknown>> {
  const { isUrgent, isConfidential, isPublishable, ...said } = written;
  const order = { ...said, title: said.title.trim() || titleFrom(said.text) };
  const known = Object.fromEntries(
    Object.entries(caller).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
  return {
    ...Object.fromEntries(Object.entries(order).filter(([, value]) => value !== '')),
    ...(Object.keys(known).length > 0 ? { caller: known } : {}),
    ...(call === '' ? {} : { call, ...(isAnother ? { isAnotherMatter: true } : {}) }),
    ...(suggestedTopic === undefined ? {} : { suggestedTopic }),
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
  call: '来电',
};
