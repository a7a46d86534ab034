import { CREDIT_CODE, isCreditCode } from '#lib/credit-code.ts';
import { isResidentId } from '#lib/resident-id.ts';
import { digitRuns } from './digits.ts';
import { GIVEN_NAME, recordedIn, type Recorded } from './recorded.ts';

/** One place in a text that tells of a person: where, what, and whether it certainly does. */
export interface Found {
  readonly at: number;
  readonly text: string;
  readonly title: string;
  readonly isCertain: boolean;
  /** Whether it tells of the one who speaks, not of what is spoken about. */
  readonly isOfSpeaker?: boolean | undefined;
}
interface Kind {
  readonly title: string;
  /** With the `d` flag; group 1, where there is one, is what is to be hidden. */
  readonly pattern: RegExp;
  readonly isCertain: boolean;
  readonly isOfSpeaker?: boolean;
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤龙易欧阳喻';
const CALLED = '先生|女士|小姐|同志|老师|大爷|大妈|阿姨|师傅|医生|主任';
const HAN = '[\\u3400-\\u9fff]';

/** Where a name ends in a sentence; what ends like a place is none (我是柳林村，). */
const NAME_ENDS = `(?<![村镇乡区县市路街组局厂院校户店])(?=[，。；、,.;:：！!\\s（()）]|$|电话|手机|身份证|住|家住|今年|微信)`;
/** 我是高主任: a surname that may as well be the beginning of another word. */
const CALLS_ITSELF = new RegExp(
  `(?:我是|联系人|本人|诉求人|业主)[:：为是叫\\s]*((?:[${SURNAMES}])(?!某)${HAN}{1,3}?)${NAME_ENDS}`,
  'g',
);
/** 我叫: whatever the surname is; 我叫他停下 names nobody. */
const SAYS_ITS_NAME = new RegExp(
  `(?:(?:我叫做?|名叫|我的名字[是叫]|本人叫|姓名[为是])[:：\\s]*|(?:姓名|联系人|诉求人|来电人)[:：\\s]+)((?![他她它你您们人车救不了去来])${HAN}(?!某)${HAN}{1,3}?)${NAME_ENDS}`,
  'g',
);
const SELF_NAMED = '自报姓名';

/** 3栋2单元501室 */
const DOOR =
  '(?:[0-9０-９一二三四五六七八九十百]+|[A-Za-z])(?:栋|幢|号楼|单元|室|门|号(?!楼|线|院|文|令|电|召|码|称))(?:[0-9０-９一二三四五六七八九十百A-Za-z-]*(?:单元|层|楼|室|号|户)?)*';
/** 我家住在…, or a sentence that goes on with it: whoever it was about so far, most likely the one who speaks. */
const I_LIVE = '(?:我们?|本人|家里?|[，。；,;\\s]|^)(?:家|就|也|现|都)?住(?:在|址|处)?[:：是为]?';

/** What is looked for, the certain ones first: a longer number is not read as a shorter one. */
const KINDS: readonly Kind[] = [
  {
    title: '身份证号',
    isCertain: true,
    isOfSpeaker: true,
    pattern: /(?<![\dXx])\d{17}[\dXx](?![\dXx])|(?<!\d)\d{15}(?!\d)/g,
  },
  {
    title: '银行卡号',
    isCertain: true,
    isOfSpeaker: true,
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g,
  },
  {
    title: '手机号码',
    isCertain: true,
    isOfSpeaker: true,
    pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g,
  },
  { title: '固定电话', isCertain: true, isOfSpeaker: true, pattern: /(?<!\d)0\d{2,3}[ -－—]?\d{7,8}(?!\d)/g },
  { title: '电子邮箱', isCertain: true, isOfSpeaker: true, pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    title: '车牌号',
    isCertain: true,
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}(?![A-Z0-9])/g,
  },
  {
    title: '社交账号',
    isCertain: false,
    isOfSpeaker: true,
    pattern: /(?:微信号?|威信|[Vv]信|VX|WX|QQ号?)[:：为是\s]*([A-Za-z0-9_-]{5,20})/gi,
  },
  {
    title: '本人住址',
    isCertain: false,
    isOfSpeaker: true,
    pattern: new RegExp(`${I_LIVE}[^，。；,;！!？?\\s]{0,14}?(${DOOR})`, 'g'),
  },
  {
    title: '门牌',
    isCertain: false,
    pattern: new RegExp(DOOR, 'g'),
  },
  { title: SELF_NAMED, isCertain: false, isOfSpeaker: true, pattern: SAYS_ITS_NAME },
  { title: '姓名', isCertain: false, isOfSpeaker: true, pattern: CALLS_ITSELF },
  {
    title: '姓名',
    isCertain: false,
    pattern: new RegExp(`((?:[${SURNAMES}])(?!某)${HAN}{0,2}?)(?:${CALLED})`, 'g'),
  },
];

type Stretch = Pick<Found, 'at' | 'text'>;
const overlaps = (a: Stretch, b: Stretch): boolean =>
  a.at < b.at + b.text.length && b.at < a.at + a.text.length;

function foundBy({ title, pattern, isCertain, isOfSpeaker }: Kind, text: string): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => {
    const shown = match[1] ?? match[0];
    return { at: match.index + match[0].indexOf(shown), text: shown, title, isCertain, isOfSpeaker };
  });
}

/** A telephone or identity number in any writing: 一三九…, １３９ 0730 9999. */
const NUMBER = /^(?:86)?(?:1[3-9]\d{9}|0\d{9,11}|\d{17}|\d{18})$/;
const numbersIn = (text: string): readonly Found[] =>
  digitRuns(text)
    .filter(({ digits }) => NUMBER.test(digits))
    .map(({ places }) => ({
      at: places[0]!,
      text: text.slice(places[0], places.at(-1)! + 1),
      title: '号码',
      isCertain: true,
      isOfSpeaker: true,
    }));

/** In the order of the text; of two that overlap the one looked for first. */
function apart(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const each of found) if (!kept.some((known) => overlaps(known, each))) kept.push(each);
  return kept.sort((a, b) => a.at - b.at);
}

const CODE = new RegExp(`(?<![0-9A-Za-z])${CREDIT_CODE}(?![0-9A-Za-z])`, 'g');
/** Where a 统一社会信用代码 stands, which may be nearly all digits: whose it is stands in a public register. */
const publicCodesIn = (text: string): readonly Stretch[] =>
  [...text.matchAll(CODE)]
    .map((match) => ({ at: match.index, text: match[0] }))
    .filter(({ text: code }) => isCreditCode(code) && !isResidentId(code));

/**
 * Everything in a text that tells of a person, in its order: of the one on record first, then of anybody. What is found is
 * a proposal: an officer reads after it.
 */
export function personalIn(text: string, recorded: Recorded = {}): readonly Found[] {
  const codes = publicCodesIn(text);
  const byKind = [...KINDS.flatMap((kind) => foundBy(kind, text)), ...numbersIn(text)];
  return apart([
    ...recordedIn(text, recorded).map((each) => ({ ...each, isOfSpeaker: true })),
    ...byKind.filter((each) => !codes.some((code) => overlaps(code, each))),
  ]);
}

/** Whether a name may not stand in what is published: certain, or said by its bearer. */
export const isTelling = ({ isCertain, title }: Found): boolean => isCertain || title === SELF_NAMED;

const NAMES = /姓名|名字/;
/** The surname stays, as officials print it (张某某); of numbers and doors nothing does. */
const hidden = ({ title, text }: Found): string =>
  NAMES.test(title) ? `${text.slice(0, 1)}某${text.length > 2 ? '某' : ''}` : '***';
/** Who must not be known loses the surname too. */
const covered = ({ title }: Found): string => (NAMES.test(title) ? '某某' : '***');

function replaced(text: string, found: readonly Found[], by: (each: Found) => string): string {
  let at = 0;
  let out = '';
  for (const each of found) {
    out += text.slice(at, each.at) + by(each);
    at = each.at + each.text.length;
  }
  return out + text.slice(at);
}

/**
 * The text with everything found hidden, and what that was. What shows only once its neighbour is hidden is hidden too:
 * hiding twice changes nothing.
 */
export function masked(
  text: string,
  recorded: Recorded = {},
): { readonly text: string; readonly found: readonly Found[] } {
  const found = personalIn(text, recorded);
  if (found.length === 0) return { text, found };
  const further = masked(replaced(text, found, hidden), recorded);
  return { text: further.text, found: [...found, ...further.found] };
}

/** 遮盖稿 — a text without what tells who spoke. What it is about stays: a unit must know whom a report accuses. */
export function coveredText(text: string, recorded: Recorded): string {
  const found = personalIn(text, recorded).filter(({ isOfSpeaker }) => isOfSpeaker === true);
  return found.length === 0 ? text : coveredText(replaced(text, found, covered), recorded);
}

/** A text without the one on record, and whatever else is in it: a reply names the telephone of the unit. */
export function withoutCaller(text: string, recorded: Recorded): string {
  const found = apart(recordedIn(text, recorded));
  return found.length === 0 ? text : withoutCaller(replaced(text, found, covered), recorded);
}

/** An identity number of eighteen signs with a day of birth in it: a number of so many digits may be a letter's. */
const OF_A_PERSON = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const MOBILE = /^(?:86)?1[3-9]\d{9}$/;
const isOfAPerson = ({ title, text }: Found): boolean => {
  const bare = text.normalize('NFKC').replace(/[^\dXx]/g, '');
  if (title === '号码')
    return digitRuns(text).some(({ digits }) => MOBILE.test(digits) || OF_A_PERSON.test(digits));
  return title === '手机号码' || (title === '身份证号' && OF_A_PERSON.test(bare));
};
/**
 * What an office wrote, without the people on record and without anybody's identity number or mobile telephone. A landline
 * stays unless it is theirs: a letter names that of its office; and so does a word that is somebody's given name.
 */
export function withoutPeople(text: string, people: readonly Recorded[]): string {
  const onRecord = people
    .flatMap((each) => recordedIn(text, each))
    .filter(({ title }) => title !== GIVEN_NAME);
  const found = apart([...onRecord, ...personalIn(text).filter(isOfAPerson)]);
  return found.length === 0 ? text : withoutPeople(replaced(text, found, covered), people);
}
