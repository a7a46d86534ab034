/** What waits for whom: a record of this kind in this state is work for this role. */
export interface Waiting {
  readonly noun: string;
  readonly state: string;
  readonly role: string;
  /** What is to be done, as the list says it. */
  readonly todo: string;
}
const waiting: readonly Waiting[] = [
  { noun: 'evaluation', state: 'draft', role: 'performance.writer', todo: '填报自评' },
  { noun: 'evaluation', state: 'self-scored', role: 'performance.checker', todo: '核对' },
  { noun: 'evaluation', state: 'checked', role: 'performance.leader', todo: '签发' },
  { noun: 'evaluation', state: 'signed', role: 'performance.leader', todo: '报送财政' },
  { noun: 'evaluation', state: 'submitted', role: 'finance.reviewer', todo: '复核' },
  { noun: 'evaluation', state: 'reviewed', role: 'performance.leader', todo: '公开' },
  { noun: 'received-report', state: 'received', role: 'finance.reviewer', todo: '看问题，发疑点函' },
  { noun: 'received-report', state: 'answered', role: 'finance.section', todo: '出具意见' },
  { noun: 'received-report', state: 'opined', role: 'finance.reviewer', todo: '抽查复核打分' },
  { noun: 'received-report', state: 'scored', role: 'finance.section', todo: '登记结果应用' },
  { noun: 'query-letter', state: 'sent', role: 'performance.writer', todo: '答复疑点函' },
  { noun: 'query-letter', state: 'answered', role: 'finance.reviewer', todo: '核销疑点函' },
  { noun: 'framework', state: 'draft', role: 'finance.section', todo: '编制指标体系' },
  { noun: 'basis-check', state: 'open', role: 'catalogue.editor', todo: '核对事项的设定依据' },
  { noun: 'follow-up', state: 'open', role: 'ledger.steward', todo: '处理待办事项' },
  { noun: 'account', state: 'invited', role: 'people.administrator', todo: '发送启用链接' },
  { noun: 'account', state: 'locked', role: 'people.administrator', todo: '处理锁定的账号' },
];

export const waitingFor = (roles: ReadonlySet<string>): readonly Waiting[] =>
  waiting.filter((each) => roles.has(each.role));
