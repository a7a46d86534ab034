/**
 * A refusal is a sentence for a person, not a fault of the program.
 *
 * Every code is declared once with its HTTP status, what happened and what to do next, both in Chinese.
 * Modules declare theirs with `refusals({...})`; `refuse` throws one. Anything else that is thrown is a bug.
 */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  /** What happened. `{name}` is replaced by the fact of that name. */
  readonly message: string;
  /** What the person can do now. */
  readonly next: string;
}
export interface FieldFault {
  /** JSON path of the field, such as `caller.phone`; empty for the whole body. */
  readonly path: string;
  readonly message: string;
}
export type Facts = Readonly<Record<string, string | number>>;

const table = new Map<string, RefusalText>();

/** Adds a module's refusals to the one table; a code said twice is a bug found at start. */
export function refusals(texts: Readonly<Record<string, RefusalText>>): void {
  for (const [code, text] of Object.entries(texts)) {
    const known = table.get(code);
    if (known && known !== text) throw new Error(`refusal ${code} is declared twice`);
    table.set(code, text);
  }
}

export class Refusal extends Error {
  readonly code: string;
  readonly facts: Facts;
  readonly fields: readonly FieldFault[];
  /** The row as it stands now, for 409: the person can look and decide again. */
  readonly current: unknown;

  constructor(
    code: string,
    facts: Facts = {},
    more: { fields?: readonly FieldFault[]; current?: unknown } = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
    this.fields = more.fields ?? [];
    this.current = more.current;
  }
}

/** Ends the request with a refusal. The code must be in the table. */
export function refuse(
  code: string,
  facts: Facts = {},
  more?: { fields?: readonly FieldFault[]; current?: unknown },
): never {
  throw new Refusal(code, facts, more);
}

/** Status and sentences of a refusal, facts filled in. An undeclared code is a bug and throws. */
export function refusalText(refusal: Refusal): RefusalText {
  const text = table.get(refusal.code);
  if (!text) throw new Error(`refusal ${refusal.code} is not declared`, { cause: refusal });
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.facts[name] ?? whole));
  return { status: text.status, message: fill(text.message), next: fill(text.next) };
}

refusals({
  'lib.shape': { status: 400, message: '填写的内容有误', next: '请按提示改正标出的各项后再提交' },
  'lib.not-signed-in': { status: 401, message: '尚未登录，或登录已失效', next: '请重新登录后再试' },
  'lib.outside-scope': {
    status: 403,
    message: '所填的地区或单位不在您的管辖范围内，不能「{title}」',
    next: '请改填您管辖范围内的地区或单位，或请管理员调整您的范围',
  },
  'lib.missing-role': {
    status: 403,
    message: '您的账号没有「{title}」的权限',
    next: '请联系本单位管理员授权',
  },
  'lib.not-found': {
    status: 404,
    message: '找不到这条记录，或它不在您的管辖范围内',
    next: '请核对编号，或返回列表重新查找',
  },
  'lib.wrong-state': {
    status: 409,
    message: '当前状态为「{state}」，不能「{title}」',
    next: '请刷新后查看现在可以办理的操作',
  },
  'lib.lost-race': { status: 409, message: '这条记录刚刚被他人修改', next: '请查看最新内容后再操作' },
  'lib.duplicate': {
    status: 409,
    message: '已有相同的记录',
    next: '请先查找已有的记录，确需新增时请更换编号或名称',
  },
  'lib.unknown-reference': { status: 422, message: '引用的记录不存在或已被删除', next: '请重新选择后再提交' },
  'lib.key-reused': {
    status: 422,
    message: '同一个幂等键已用于内容不同的请求',
    next: '请为新的请求更换 Idempotency-Key',
  },
  'lib.outcome-unknown': {
    status: 503,
    message: '与数据库的连接中断，本次操作是否成功尚不确定',
    next: '请刷新查看结果；若未成功，再次提交即可',
  },
  'lib.too-large': { status: 413, message: '提交的内容超过 {limit} 的上限', next: '请缩小文件或分次提交' },
  'lib.media-type': {
    status: 415,
    message: '不支持这种内容格式',
    next: '请以 JSON 提交，或按页面要求上传文件',
  },
  'lib.too-many': { status: 429, message: '操作过于频繁', next: '请 {seconds} 秒后再试' },
  'lib.busy': { status: 503, message: '系统正忙，未能处理本次请求', next: '请稍候再试，已填内容不会丢失' },
});
