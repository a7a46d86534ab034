import type { ItemShown } from './model.ts';

/** What the window has taken down of one application. */
export interface Written {
  readonly item: ItemShown | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly place: string;
  readonly channel: string;
  readonly windowType: string;
  /** Id of the window; one that works by a list says itself what type it is. */
  readonly window: string;
  readonly kind: string;
  readonly name: string;
  readonly idNumber: string;
  readonly creditCode: string;
  readonly phone: string;
  readonly agentName: string;
  /** The number of the registered mandate, where the clerk is the helper. */
  readonly mandate: string;
  readonly matter: string;
  /** Number of the case or paper that is to be renewed. */
  readonly renews: string;
  readonly papers: readonly string[];
  readonly resultNumber: string;
}
export const NOTHING: Written = {
  item: null,
  answers: {},
  place: '',
  channel: 'window',
  windowType: '',
  window: '',
  kind: 'person',
  name: '',
  idNumber: '',
  creditCode: '',
  phone: '',
  agentName: '',
  mandate: '',
  matter: '',
  renews: '',
  papers: [],
  resultNumber: '',
};
/** For the next in the queue: the counter stays, the person and the papers go. */
export const next = ({ place, channel, windowType, window }: Written): Written => ({
  ...NOTHING,
  place,
  channel,
  windowType,
  window,
});

const filled = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );

/** An application as the API takes it; what is empty is not sent, and a person has no code of a firm. */
export function applicationBody(
  written: Written,
  { isInstant, asked }: { readonly isInstant: boolean; readonly asked: ReadonlySet<string> },
): Readonly<Record<string, unknown>> {
  const { item, answers, kind, name, idNumber, creditCode, phone, papers } = written;
  const { place, channel, windowType, window, agentName, mandate, matter, renews, resultNumber } = written;
  const own =
    kind === 'firm'
      ? filled({ creditCode: creditCode.toUpperCase() })
      : filled({ idNumber: idNumber.toUpperCase() });
  return {
    item: item?.number ?? '',
    ...filled({ place, channel, windowType, window, agentName, mandate, matter, renews }),
    ...(isInstant ? filled({ resultNumber }) : {}),
    applicant: { kind, ...filled({ name, phone }), ...own },
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    papers: papers.filter((each) => asked.has(each)),
  };
}

/** Fields by the paths of the API, as the list of faults calls them. */
export const FIELD_TITLES: Readonly<Record<string, string>> = {
  item: '事项',
  place: '受理地',
  window: '窗口',
  'applicant.name': '姓名或名称',
  'applicant.idNumber': '身份证号码',
  'applicant.creditCode': '统一社会信用代码',
  'applicant.phone': '联系电话',
  agentName: '代办人',
  mandate: '登记的委托编号',
  matter: '申请内容',
  renews: '延续的原办件编号或文书号',
  papers: '申请材料',
  resultNumber: '结果文书号',
};
export const fieldId = (path: string): string => `apply-${path.replaceAll('.', '-')}`;
