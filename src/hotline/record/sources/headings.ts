/** What the general form knows, and by which headings. Keys of our own API are headings too. */
const HEADINGS = {
  sourceSystem: ['来源系统'],
  sourceId: ['工单编号', '工单号', '编号', '单号', '受理编号', '诉求编号', '工单id', 'id', 'number'],
  channel: ['来源', '渠道', '来源渠道', '诉求来源', '受理渠道'],
  type: ['类型', '诉求类型', '诉求类别', '工单类型', '性质', '诉求性质'],
  topic: ['主题', '诉求主题', '问题分类', '事项分类', '问题类型', '类别'],
  place: ['区划', '所在区划', '行政区划', '属地', '区域', '所属区域', '事发区域', '地区'],
  title: ['标题', '诉求标题', '工单标题', '主题词'],
  text: ['内容', '诉求内容', '工单内容', '反映内容', '问题描述'],
  callerName: ['来电人', '诉求人', '反映人', '姓名', '联系人'],
  phone: ['电话', '联系电话', '来电号码', '手机号', '手机', '联系方式'],
  address: ['地址', '联系地址', '事发地址', '详细地址'],
  isConfidential: ['保密', '是否保密'],
  isUrgent: ['紧急', '是否紧急', '紧急程度'],
  registeredAt: ['登记时间', '受理时间', '来电时间', '创建时间', '提交时间', '诉求时间', '时间'],
  dispatchedAt: ['派单时间', '转办时间', '交办时间'],
  unit: ['承办单位', '主办单位', '办理单位', '处置单位', '责任单位'],
  dueAt: ['期限', '办理期限', '办结期限', '截止时间', '到期时间', '办理时限'],
  reply: ['答复', '答复内容', '回复', '回复内容', '办理结果', '处理结果'],
  repliedAt: ['答复时间', '回复时间'],
  closedAt: ['办结时间', '完成时间', '结案时间'],
  statedOutcome: ['结果', '办结情况', '办结结果'],
  state: ['状态', '工单状态', '办理状态'],
  callBackResult: ['满意度', '回访结果', '满意情况', '是否满意'],
  calledBackAt: ['回访时间'],
  isSolved: ['是否解决', '解决情况'],
  cityDueAt: ['市平台期限', '市级期限'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Heading = keyof typeof HEADINGS;

const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*:：]|\(.*?\)/g, '')
    .toLowerCase();
const known: ReadonlyMap<string, Heading> = new Map(
  Object.entries(HEADINGS).flatMap(([field, words]) =>
    [field, ...words].map((word) => [folded(word), field as Heading] as const),
  ),
);
/**
 * What must not be overlooked for want of the very word: whether somebody is to stay unknown, and what kind of matter it is.
 * 证件类型 and the like are of people.
 */
const LIKELY: readonly (readonly [RegExp, Heading])[] = [
  [/保密|匿名/, 'isConfidential'],
  [/^(?:业务|工单|诉求|事件|信访|信件|来信|来电|案件|反映|受理)(?:类型|类别|性质|分类)$/, 'type'],
];
/** What a heading means; nothing for one we do not know. Blanks, brackets, colons and asterisks do not matter. */
export function findHeading(heading: string): Heading | undefined {
  const words = folded(heading);
  return known.get(words) ?? LIKELY.find(([pattern]) => pattern.test(words))?.[1];
}

/** The best of the headings that are there: 工单编号 before 编号, which may count the lines of a sheet. */
export function bestHeading(field: Heading, headings: readonly string[]): string | undefined {
  const words: readonly string[] = [field, ...HEADINGS[field]];
  const ranked = headings.map((heading) => ({ heading, rank: words.map(folded).indexOf(folded(heading)) }));
  return ranked.filter(({ rank }) => rank !== -1).toSorted((a, b) => a.rank - b.rank)[0]?.heading;
}
