import { weighted, type Chance } from '../chance.ts';
import type { Ground, Village } from './ground.ts';
import sayings from './sayings.json' with { type: 'json' };
import subjects from './subjects.json' with { type: 'json' };

/** What people call about: where it belongs, who answers, and the sentences it is told in. */
interface Subject {
  readonly topic: string;
  readonly weight: number;
  readonly unit: string;
  /** Whom it is sent to by mistake. */
  readonly wrong: string;
  readonly types: Readonly<Record<string, number>>;
  /** How much more or less often than usual, January first. */
  readonly months?: readonly number[];
  readonly titles: readonly string[];
  readonly spots: readonly string[];
  readonly problems: readonly string[];
  readonly effects: readonly string[];
  readonly wants: readonly string[];
  readonly urgent?: readonly string[];
  readonly found: readonly string[];
  readonly done: readonly string[];
}
const known = subjects as readonly Subject[];

const inMonth = (choices: readonly Subject[]) =>
  Array.from({ length: 12 }, (_, month) =>
    weighted(choices.map((value) => ({ value, weight: value.weight * (value.months?.[month] ?? 1) }))),
  );
const usual = inMonth(known);
const pressing = inMonth(known.filter((each) => each.urgent !== undefined));
const typeOf = new Map(
  known.map((each) => [
    each,
    weighted(Object.entries(each.types).map(([value, weight]) => ({ value, weight }))),
  ]),
);

/** A matter as somebody brings it in. */
export interface Matter {
  readonly type: string;
  readonly topic: string;
  readonly village: Village;
  readonly title: string;
  readonly text: string;
  /** The unit that must answer, and the one it might be sent to by mistake. */
  readonly unit: string;
  readonly wrong: string;
  /** Fills what stands in braces: 地 点 天 数 时. */
  readonly tell: (frame: string) => string;
  readonly subject: Subject;
}
export interface Asked {
  readonly isUrgent: boolean;
  /** Written by the citizen, not taken down by an agent. */
  readonly isWritten: boolean;
  /** January is 0. */
  readonly month: number;
}

/** The words for one matter's blanks, drawn once, so that title, text and reply speak of the same place. */
function teller(village: Village, subject: Subject, by: Chance): Matter['tell'] {
  const words: Readonly<Record<string, string>> = {
    地: village.spoken,
    点: by.pick(subject.spots),
    天: String(by.whole(2, 15)),
    数: String(by.whole(2, 9)),
    时: by.pick(sayings.times),
  };
  return (frame) => frame.replace(/\{(.)\}/g, (whole, name: string) => words[name] ?? whole);
}

const asking = (frame: string, want: string): string => frame.replace('{want}', want);

/** Draws a matter: subject by season, place, and a text put together from its sentences. */
export function matterOf(ground: Ground, { isUrgent, isWritten, month }: Asked, by: Chance): Matter {
  const subject = (isUrgent ? pressing : usual)[month]!(by);
  const village = by.pick(ground.villages);
  const tell = teller(village, subject, by);
  const problem = tell(by.pick(isUrgent ? subject.urgent! : subject.problems));
  const effect = by.happens(0.8) ? `，${tell(by.pick(subject.effects))}` : '';
  const [opening, ask] = isWritten
    ? [by.pick(sayings.written), by.pick(sayings.writtenAsk)]
    : [by.pick(sayings.phone), by.pick(sayings.phoneAsk)];
  const unitOf = (name: string): string => (name === 'town' ? village.town : ground.unitNamed(name).id);
  const type = isUrgent ? 'help' : typeOf.get(subject)!(by);
  return {
    type,
    topic: subject.topic,
    village,
    title: tell(by.pick(subject.titles)),
    text: `${opening}${problem}${effect}。${asking(ask, by.pick(subject.wants))}`,
    unit: unitOf(subject.unit),
    wrong: unitOf(subject.wrong),
    tell,
    subject,
  };
}

/** What the unit answers: whether it spoke with the caller, what it found, what it did. */
export function replyText({ subject, tell }: Matter, isContacted: boolean, by: Chance): string {
  const opening = by.pick(isContacted ? sayings.contacted : sayings.contactless);
  const closing = by.pick(isContacted ? sayings.closing : sayings.closing.slice(1));
  return `${opening}${tell(by.pick(subject.found))}。${tell(by.pick(subject.done))}。${closing}`;
}
