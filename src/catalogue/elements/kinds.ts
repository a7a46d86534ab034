import type { Commitment, Condition, Situation, Step, Survey } from './course-kinds.ts';

/** 办结时限: so many days of one kind; 0 working days is done on the spot. */
export interface Limit {
  readonly days: number;
  readonly unit: DayUnit;
}
export const DAY_UNITS = { working: '工作日', natural: '自然日' } as const;
export type DayUnit = keyof typeof DAY_UNITS;

/** 材料: what an applicant brings. */
export interface Material {
  readonly name: string;
  /** 必要性. */
  readonly need: keyof typeof MATERIAL_NEEDS;
  readonly kind: keyof typeof MATERIAL_KINDS | null;
  readonly copies: number | null;
  readonly specification: string | null;
  readonly source: keyof typeof MATERIAL_SOURCES | null;
  readonly basis: string | null;
  readonly hint: string | null;
  readonly standard: string | null;
  /** May be missing at acceptance (容缺): a published choice, never the main material. */
  readonly mayFollow: boolean;
  /** Asked for only when all of these hold. */
  readonly when?: readonly Condition[];
  /** 基本编码 of the item whose result it is: who holds that need not bring it. */
  readonly outputOf?: string | null;
}
/** A material of which nothing is known but its name: then it is asked for. */
export const bareMaterial = (name: string): Material => ({
  name,
  need: 'required',
  kind: null,
  copies: null,
  specification: null,
  source: null,
  basis: null,
  hint: null,
  standard: null,
  mayFollow: false,
});
export const MATERIAL_NEEDS = { required: '必要', conditional: '非必要', held: '容缺后补' } as const;
export const MATERIAL_KINDS = {
  original: '原件',
  copy: '复印件',
  either: '原件或复印件',
  electronic: '电子件',
} as const;
export const MATERIAL_SOURCES = {
  applicant: '申请人自备',
  government: '政府部门核发',
  agency: '中介机构出具',
  other: '其他',
} as const;

interface Values {
  readonly text: string;
  readonly paragraph: string;
  readonly code: string;
  readonly choice: string;
  readonly choices: readonly string[];
  readonly lines: readonly string[];
  readonly flag: boolean;
  readonly count: number;
  readonly day: string;
  readonly limit: Limit;
  readonly materials: readonly Material[];
  readonly situations: readonly Situation[];
  readonly steps: readonly Step[];
  readonly surveys: readonly Survey[];
  readonly commitment: Commitment;
}
export type Kind = keyof Values;

/** The parts of an implementing list, in the order of the national exchange tables (law-and-standards §1.3). */
const GROUPS = {
  basic: '基本信息',
  limits: '办理时限',
  handling: '办理要求',
  online: '网上办理',
  presence: '进驻',
  result: '审批结果',
  fee: '收费',
  materials: '申请材料',
  contact: '咨询与监督',
  /** Not of the national list: how a case of the item goes here. */
  course: '办理配置',
} as const;
export type Group = keyof typeof GROUPS;

/** One element of an implementing list: what it is called, what it holds, whether the national list wants it filled. */
export interface Element<T> {
  readonly title: string;
  readonly group: Group;
  readonly kind: Kind;
  readonly isMandatory: boolean;
  /** Of a choice: key and title of each. */
  readonly options: Readonly<Record<string, string>>;
  /** Other headings under which tables and files have it. */
  readonly aliases: readonly string[];
  readonly _type?: () => T;
}
export type ValueOf<E> = E extends Element<infer T> ? T : never;

interface Build<T> extends Element<T> {
  readonly mandatory: () => Build<T>;
  readonly also: (...aliases: readonly string[]) => Build<T>;
}
function build<T>(element: Element<T>): Build<T> {
  return {
    ...element,
    mandatory: () => build({ ...element, isMandatory: true }),
    also: (...aliases) => build({ ...element, aliases: [...element.aliases, ...aliases] }),
  };
}
type Options = Readonly<Record<string, string>>;

/** Makes the elements of one group: `const { text, flag } = inGroup('basic')`. */
export function inGroup(group: Group) {
  const of =
    <K extends Kind>(kind: K) =>
    (title: string): Build<Values[K]> =>
      build({ title, group, kind, isMandatory: false, options: {}, aliases: [] });
  const chosen = <T>(kind: 'choice' | 'choices', title: string, options: Options): Build<T> =>
    build({ title, group, kind, isMandatory: false, options, aliases: [] });
  return {
    text: of('text'),
    paragraph: of('paragraph'),
    code: of('code'),
    lines: of('lines'),
    flag: of('flag'),
    count: of('count'),
    day: of('day'),
    limit: of('limit'),
    materials: of('materials'),
    situations: of('situations'),
    steps: of('steps'),
    surveys: of('surveys'),
    commitment: of('commitment'),
    choice: <const O extends Options>(title: string, options: O): Build<keyof O> =>
      chosen('choice', title, options),
    choices: <const O extends Options>(title: string, options: O): Build<readonly (keyof O)[]> =>
      chosen('choices', title, options),
  };
}
