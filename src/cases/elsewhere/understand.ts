import { dayOf, type Instant } from '#lib/time.ts';
import { isDayAlone, readMoment } from '#lib/read-moment.ts';
import { organisationOf } from '#catalogue/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { APPLICANT_KINDS } from '../words.ts';
import type { BrokenRow, Headings, ToldRow } from '../reading/told-rows.ts';
import { OUTCOMES, type ElsewhereInput } from './input.ts';
import { HAPPENED, type TimeField } from './told-faults.ts';

export const HEADINGS = {
  sourceId: ['来源编号', '办件编号', '办件编码', '业务流水号', '受理编号', '业务编号', '编号', 'number'],
  sourceSystem: ['来源系统', '业务系统', '系统'],
  item: ['事项编码', '实施编码', '事项实施编码'],
  itemName: ['事项名称', '办理事项', '业务类型', '事项'],
  department: ['办理部门', '审批部门', '实施部门', '部门', '单位'],
  place: ['受理地', '所在区划', '区划', '受理地点'],
  name: ['申请人', '申请人名称', '姓名', '企业名称', '权利人', '姓名或名称'],
  kind: ['申请人类别', '申请人类型'],
  idNumber: ['证件号码', '身份证号', '身份证号码'],
  creditCode: ['统一社会信用代码', '信用代码'],
  phone: ['联系电话', '电话', '手机号', '手机'],
  receivedAt: ['收件时间', '申请时间', '收件日期', '申请日期'],
  acceptedAt: ['受理时间', '受理日期'],
  decidedAt: ['决定时间', '审批时间', '决定日期', '核准日期', '登簿时间', '终结时间'],
  deliveredAt: ['送达时间', '发证时间', '领证时间', '办结时间', '送达日期', '办结日期'],
  outcome: ['办理结果', '审批结果', '结果'],
  resultNumber: ['结果文书号', '文书号', '证照编号', '证书编号', '批文号'],
} satisfies Headings<string>;
type Field = keyof typeof HEADINGS;

/** 办理结果, by the words other systems have for it, or by our own codes. */
const SAID: Readonly<Record<string, keyof typeof OUTCOMES>> = {
  ...(Object.fromEntries(Object.entries(OUTCOMES).map(([key, title]) => [title, key])) as Record<
    string,
    keyof typeof OUTCOMES
  >),
  准予许可: 'granted',
  通过: 'granted',
  同意: 'granted',
  核准: 'granted',
  登记: 'granted',
  已登簿: 'granted',
  不予许可: 'refused',
  不通过: 'refused',
  不同意: 'refused',
  驳回: 'refused',
  不予登记: 'refused',
  撤回: 'withdrawn',
  撤件: 'withdrawn',
  终止: 'terminated',
  退件: 'terminated',
};

/** What a file is read with: the code of an item that is only named, our units, the system when a row names none. */
export interface Reading {
  readonly codesByName: ReadonlyMap<string, readonly string[]>;
  readonly tree: OrganisationTree;
  readonly system: string | undefined;
}
export interface UnderstoodCase {
  readonly row: ToldRow<string>;
  readonly input: ElsewhereInput;
}
type Fault = (field: Field, why: string) => undefined;

/** The times told; a day alone is the first moment of it at which this can have happened. */
function timesIn(told: ToldRow<Field>['told'], fault: Fault): Partial<Record<TimeField, Instant>> {
  const times: Partial<Record<TimeField, Instant>> = {};
  let before: Instant | undefined;
  for (const field of Object.keys(HAPPENED) as TimeField[]) {
    const text = told[field];
    if (text === undefined) continue;
    const at = readMoment(text);
    if (at === undefined) {
      fault(field, `不是时间：${text.slice(0, 40)}`);
      continue;
    }
    const isSameDay = before !== undefined && dayOf(before) === dayOf(at);
    times[field] = isDayAlone(text) && isSameDay && before! > at ? before! : at;
    before = times[field];
  }
  return times;
}

function itemIn({ item, itemName }: ToldRow<Field>['told'], { codesByName }: Reading, fault: Fault) {
  if (item !== undefined) return item;
  if (itemName === undefined) return fault('item', '没有事项编码，也没有事项名称');
  const codes = codesByName.get(itemName) ?? [];
  if (codes.length === 1) return codes[0];
  return fault(
    'itemName',
    codes.length === 0
      ? `目录中没有事项“${itemName}”`
      : `目录中有 ${codes.length} 个“${itemName}”，请填写事项编码：${codes.join('、')}`,
  );
}
function departmentIn({ department }: ToldRow<Field>['told'], { tree }: Reading, fault: Fault) {
  if (department === undefined) return undefined;
  if (tree.organisations.has(department)) return department;
  return organisationOf(tree, department) ?? fault('department', `机构名录中没有“${department}”`);
}
function outcomeIn({ outcome }: ToldRow<Field>['told'], fault: Fault) {
  if (outcome === undefined) return undefined;
  if (Object.hasOwn(OUTCOMES, outcome)) return outcome as keyof typeof OUTCOMES;
  return SAID[outcome] ?? fault('outcome', `不认得“${outcome}”，应为${Object.values(OUTCOMES).join('、')}`);
}

/** Masked as other systems mask it: no number to look anybody up by. */
const whole = (text: string | undefined): string | undefined =>
  text === undefined || text.includes('*') ? undefined : text;
const kindOf = (said: string | undefined): keyof typeof APPLICANT_KINDS | undefined =>
  said === undefined ? undefined : /^(?:自然人|个人|公民|person$)/.test(said) ? 'person' : 'firm';

const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A row as the action takes it, or all that is wrong with it at the file’s own headings. Pure. */
export function understandCase(row: ToldRow<Field>, reading: Reading): UnderstoodCase | readonly BrokenRow[] {
  const { told, nameOf } = row;
  const faults: BrokenRow[] = [];
  const fault: Fault = (field, why) => {
    faults.push({ row: row.row, field: nameOf(field), why });
    return undefined;
  };
  const sourceSystem = told.sourceSystem ?? reading.system ?? fault('sourceSystem', '没有说明来源系统');
  const sourceId = told.sourceId ?? fault('sourceId', '没有编号');
  const name = told.name ?? fault('name', '没有申请人');
  const item = itemIn(told, reading, fault);
  const department = departmentIn(told, reading, fault);
  const outcome = outcomeIn(told, fault);
  const times = timesIn(told, fault);
  if (told.receivedAt === undefined) fault('receivedAt', '没有收件时间');
  if (faults.length > 0) return faults;
  const applicant = present({
    kind: told.creditCode === undefined ? kindOf(told.kind) : 'firm',
    name,
    idNumber: whole(told.idNumber),
    creditCode: told.creditCode,
    phone: whole(told.phone),
  });
  const { place, resultNumber } = told;
  const said = {
    sourceSystem,
    sourceId,
    item,
    place,
    department,
    applicant,
    outcome,
    resultNumber,
    ...times,
  };
  return { row, input: present(said) as ElsewhereInput };
}
