import type { Elements } from '../elements/elements.ts';
import { bareMaterial, type Limit, type Material } from '../elements/kinds.ts';
import { ITSELF, type Entry, type EntryMaterial } from './entry.ts';

/** Whose item, and under which codes. */
export interface Named {
  readonly body: string;
  readonly bodyCode: string;
  readonly basicCode: string;
  /** 基本编码 of another item of the list, by its name. */
  readonly basicCodeOf: (name: string) => string;
  /** The provincial portal, where applications begin that need no visit. */
  readonly onlineAddress: string;
}

/** The day from which the list of the demonstration holds: before the simulated year begins. */
const STARTS_ON = '2019-12-02';
const PLACES = {
  '3': '区政务服务大厅全域通办窗口收件，市级部门决定',
  '4': '区政务服务大厅',
  '5': '镇（街道）便民服务中心',
  '6': '村（社区）便民服务点',
} as const;
type Stand = keyof typeof PLACES;

function materialOf(said: string | EntryMaterial, { basicCodeOf }: Named): Material {
  const { name, follows, source, when, outputOf }: EntryMaterial =
    typeof said === 'string' ? { name: said } : said;
  return {
    ...bareMaterial(name),
    kind: source === 'government' ? 'either' : 'original',
    copies: 1,
    source: source ?? 'applicant',
    mayFollow: follows === true,
    ...(when ? { when } : {}),
    ...(outputOf === undefined ? {} : { outputOf: basicCodeOf(outputOf) }),
  };
}

const limitsOf = ({ legal = 1, promised = 0, dayUnit = 'working' }: Entry) => {
  const limit = (days: number): Limit => ({ days, unit: dayUnit });
  return { legalLimit: limit(legal), promisedLimit: limit(promised) };
};

/** How a case of it goes: only what the entry says. */
const courseOf = (
  { situations, steps, surveys, commitment, toleranceDays }: Entry,
  body: string,
): Elements => ({
  ...(situations ? { situations } : {}),
  ...(steps ? { steps } : {}),
  ...(surveys
    ? {
        surveys: surveys.map((each) => ({
          ...each,
          department: each.department === ITSELF ? body : each.department,
        })),
      }
    : {}),
  ...(commitment ? { commitment } : {}),
  ...(toleranceDays === undefined ? {} : { toleranceDays }),
});

const resultOf = ({ result }: Entry): Elements =>
  result ? { resultType: result[0], resultName: result[1] } : { resultType: 'none' };

const handlingOf = ({ kind, conditions, audience, special, level = '4' }: Entry): Elements => ({
  kind: kind ?? 'promised',
  conditions,
  audience: audience ?? ['person', 'company'],
  specialProcedures: special ?? [],
  place: PLACES[level as Stand],
  hours: '工作日 9:00–12:00、13:00–17:00',
  process: kind === 'instant' ? ['收件核对', '当场办结'] : ['收件', '受理', '审查', '决定', '制证送达'],
  visits: 1,
  visitReason: '核对原件、领取结果，只需到场一次',
  isInHall: level === '3' || level === '4',
});

/** Every element of an item of the demonstration. */
export function elementsOf(entry: Entry, named: Named): Elements {
  const { body, bodyCode, basicCode, onlineAddress } = named;
  const { name, type, basis, level = '4' } = entry;
  return {
    name,
    type,
    basis,
    level,
    basicCode,
    implementingCode: `${bodyCode}${level}${basicCode}`,
    powerSource: level === '5' || level === '6' ? 'delegated' : 'statutory',
    body,
    bodyCode,
    bodyNature: 'authority',
    startsOn: STARTS_ON,
    ...limitsOf(entry),
    ...handlingOf(entry),
    forms: ['window', 'online', 'post'],
    isOnline: true,
    onlineAddress,
    canPayOnline: false,
    canPost: true,
    canBook: true,
    hasSingleSignOn: true,
    hasFee: false,
    ...resultOf(entry),
    materials: entry.materials.map((each) => materialOf(each, named)),
    consultPhone: '12345',
    complaintPhone: '12345',
    ...courseOf(entry, body),
  };
}
