import { digitRuns, WRITTEN } from './digits.ts';
import type { Found } from './masking.ts';

/** Who spoke, as it stands on record; what was not said is null. */
export interface Recorded {
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: string | null | undefined;
}

/** The given name alone, which may be a word like any other: 建设. */
export const GIVEN_NAME = '诉求人名字';
const TITLES = '先生|女士|小姐|同志|老师|大爷|大妈|大叔|大婶|阿姨|师傅|医生|主任|书记|校长|总';
const TWO_LETTER_SURNAMES = /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|南宫)/;
/** What is written where no name was given. */
const NO_NAME =
  /^(?:市民|群众|居民|村民|匿名|业主|网友|不详|未知|无名|热心(?:市民|群众)|来电人|诉求人|无|先生|女士)$|某/;
const spaced = (text: string): string =>
  [...text].map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[\\s·.]*');

function matchesOf(text: string, source: string, of: Pick<Found, 'title' | 'isCertain'>): readonly Found[] {
  return [...text.matchAll(new RegExp(source, 'gi'))].map((match) => ({
    at: match.index,
    text: match[0],
    ...of,
  }));
}

/** 欧阳锋: the name itself; the given name of two letters and the surname with a title may be somebody else's. */
function nameIn(text: string, name: string): readonly Found[] {
  const bare = name.normalize('NFKC').replace(/[\s·.]/g, '');
  const titled = new RegExp(`^(.{1,2}?)(?:${TITLES})$`).exec(bare);
  const surname = titled?.[1] ?? TWO_LETTER_SURNAMES.exec(bare)?.[0] ?? bare.slice(0, 1);
  if ([...bare].length < 2 || NO_NAME.test(bare)) return [];
  const given = bare.slice(surname.length);
  const isHan = /^[\u3400-\u9fff]+$/.test(bare);
  return [
    ...(titled ? [] : matchesOf(text, spaced(bare), { title: '诉求人姓名', isCertain: true })),
    ...(isHan && !titled && given.length >= 2
      ? matchesOf(text, spaced(given), { title: GIVEN_NAME, isCertain: false })
      : []),
    ...(isHan ? matchesOf(text, `${surname}(?:${TITLES})`, { title: '诉求人称呼', isCertain: false }) : []),
  ];
}

/** `+86`, `0086` and the trunk `0` of a mobile number do not belong to it. */
const bareDigits = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/^(\+86|0086)/, '')
    .replace(/\D/g, '')
    .replace(/^0(?=1[3-9]\d{9}$)/, '');
/** So many digits of a number in a row are that number. */
const ENOUGH = 7;
const LAST_FOUR = /(?:尾号|末四位|后四位|最后四位)(?:数?[是为:：\s]*)$/;

/** The number, however it is written, without its area code, and its last four digits where they are called so. */
function phoneIn(text: string, phone: string): readonly Found[] {
  const digits = bareDigits(phone);
  if (digits.length < ENOUGH) return [];
  const core = digits.slice(-Math.max(ENOUGH, digits.length - (digits.startsWith('0') ? 4 : 3)));
  return digitRuns(text).flatMap((run) => {
    const found = (at: number, length: number): readonly Found[] => {
      const [from, to] = [run.places[at]!, run.places[at + length - 1]! + 1];
      return [{ at: from, text: text.slice(from, to), title: '诉求人电话', isCertain: true }];
    };
    for (const part of [digits, core]) {
      const at = run.digits.indexOf(part);
      if (at >= 0) return found(at, part.length);
    }
    const isEnd = run.digits === digits.slice(-4) && LAST_FOUR.test(text.slice(0, run.places[0]));
    return isEnd ? found(0, 4) : [];
  });
}

const number = (digits: string): string => [...digits].map((each) => `[${WRITTEN[Number(each)]!}]`).join('');
const NOT_DIGIT = `(?:^|(?<=[^${WRITTEN.join('')}]))`;

/** 8栋302: the numbers of the door one after the other; of one number the name before it belongs to it. */
function doorIn(text: string, address: string): readonly Found[] {
  const certain = { title: '诉求人住址', isCertain: true };
  const numbers = [...address.matchAll(/\d+/g)];
  if (numbers.length >= 2) {
    const parts = numbers.map(([each]) => number(each)).join('[^\\d，。；、\\n]{1,4}');
    return matchesOf(text, `${NOT_DIGIT}${parts}(?:室|号|户)?(?!\\d)`, certain);
  }
  if (numbers.length === 1) {
    const [[digits], at] = [numbers[0]!, numbers[0]!.index];
    const before = address.slice(Math.max(0, at - 4), at);
    return before.length < 2
      ? []
      : matchesOf(text, `${spaced(before)}[\\s]*${number(digits)}(?!\\d)`, certain);
  }
  const tail = /(?:镇|乡|街道|区|县)([^镇乡区县]{4,})$/.exec(address)?.[1] ?? address;
  return tail.length < 4 ? [] : matchesOf(text, spaced(tail), { title: '诉求人住址', isCertain: false });
}

/** Where a text tells of the one who is on record, in no order; what is not certain may be somebody or something else. */
export function recordedIn(text: string, { name, phone, address }: Recorded): readonly Found[] {
  const plainAddress = address?.normalize('NFKC').replace(/\s/g, '') ?? '';
  return [
    ...(name ? nameIn(text, name) : []),
    ...(phone ? phoneIn(text, phone) : []),
    ...(plainAddress ? doorIn(text, plainAddress) : []),
  ];
}
