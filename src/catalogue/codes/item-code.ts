import { CREDIT_CODE, isCreditCode } from '#lib/credit-code.ts';
import type { ItemType, Level } from './types.ts';

/**
 * The parts of a code of GB/T 39554.1-2020. 实施编码, 31 characters: who (统一社会信用代码, 18), at which level (1), which item
 * (基本编码, 12). 业务办理项编码, 33: the same and a serial of two digits.
 */
export interface ItemCode {
  readonly body: string;
  readonly level: Level;
  readonly basic: string;
  readonly serial: string | null;
}
/** What is wrong with a code, in words for the person who typed it. */
export type CodeFault = string;

const SHAPE = new RegExp(`^(${CREDIT_CODE})([1-6])([0-9A-Z]{12})([0-9]{2})?$`);

/** Of twelve characters: whose catalogue (2), which type (2), main item (5), sub-item (3). */
export interface BasicCode {
  /** `00` the national catalogue, else the first two digits of a province (GB/T 2260). */
  readonly catalogue: string;
  readonly type: string;
  readonly main: string;
  /** `000` where the item has no parts. */
  readonly sub: string;
}

const BASIC = /^([0-9]{2})([0-9]{2})([0-9]{3}[0-9A-Z]{2})([0-9A-Z]{3})$/;

/** Reads 基本编码; undefined when it has another form, as older local schemes have. */
export function findBasicCode(text: string): BasicCode | undefined {
  const [, catalogue, type, main, sub] = BASIC.exec(text) ?? [];
  return catalogue === undefined ? undefined : { catalogue, type: type!, main: main!, sub: sub! };
}

/** Reads 实施编码 or 业务办理项编码; undefined when the form is another. The check character is not looked at. */
export function findItemCode(text: string): ItemCode | undefined {
  const [, body, level, basic, serial] = SHAPE.exec(text) ?? [];
  return body === undefined
    ? undefined
    : { body, level: level as Level, basic: basic!, serial: serial ?? null };
}

/** What an item says of itself, to hold its codes against. */
export interface Coded {
  readonly implementingCode: string;
  readonly basicCode: string;
  /** 业务办理项编码, where the item has one. */
  readonly handlingCode?: string | undefined;
  readonly type: ItemType;
  readonly level?: Level | undefined;
  readonly creditCode?: string | undefined;
}
/** Digits for types: they differ between the national catalogue and some provinces, so they are a setting. */
export type TypeDigits = Readonly<Partial<Record<ItemType, string>>>;

function faultsOfParts(code: ItemCode, said: Coded): readonly CodeFault[] {
  const faults: CodeFault[] = [];
  if (!isCreditCode(code.body)) faults.push(`实施主体代码 ${code.body} 的校验位不对`);
  if (said.creditCode !== undefined && said.creditCode !== code.body)
    faults.push(`实施编码中的主体是 ${code.body}，实施主体的代码是 ${said.creditCode}`);
  if (said.level !== undefined && said.level !== code.level)
    faults.push(`实施编码第 19 位（行使层级）是 ${code.level}，应为 ${said.level}`);
  if (code.basic !== said.basicCode)
    faults.push(`实施编码末 12 位是 ${code.basic}，基本编码是 ${said.basicCode}`);
  return faults;
}

function faultsOfBasic({ basicCode, type }: Coded, digits: TypeDigits): readonly CodeFault[] {
  if (basicCode.length !== 12) return [`基本编码应为 12 位，现为 ${basicCode.length} 位`];
  const basic = findBasicCode(basicCode);
  if (!basic) return ['基本编码应为目录层级 2 位、事项类型 2 位、主项 5 位、子项 3 位'];
  const wanted = digits[type];
  return wanted === undefined || wanted === basic.type
    ? []
    : [`基本编码第 3、4 位（事项类型）是 ${basic.type}，该类型应为 ${wanted}`];
}

function faultsOfHandling(code: string, implementingCode: string): readonly CodeFault[] {
  if (code.length !== 33) return [`业务办理项编码应为 33 位，现为 ${code.length} 位`];
  return code.startsWith(implementingCode) && /[0-9]{2}$/.test(code)
    ? []
    : ['业务办理项编码应为实施编码加两位顺序码'];
}

/** Everything wrong with the codes of an item; empty when they agree with each other and with what it says of itself. */
export function faultsOfCodes(said: Coded, digits: TypeDigits): readonly CodeFault[] {
  const { implementingCode, handlingCode } = said;
  const code = implementingCode.length === 31 ? findItemCode(implementingCode) : undefined;
  const ofForm =
    implementingCode.length !== 31
      ? [`实施编码应为 31 位，现为 ${implementingCode.length} 位`]
      : ['实施编码应为统一社会信用代码 18 位、行使层级 1 位、基本编码 12 位'];
  return [
    ...(code ? faultsOfParts(code, said) : ofForm),
    ...faultsOfBasic(said, digits),
    ...(handlingCode === undefined ? [] : faultsOfHandling(handlingCode, implementingCode)),
  ];
}
