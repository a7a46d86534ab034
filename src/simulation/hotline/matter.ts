import { weighted, type Chance } from '../chance.ts';
import type { Ground, Village } from './ground.ts';
import sayings from './sayings.json' with { type: 'json' };
import subjects from './subjects.json' with { type: 'json' };

/** One thing that happens, told from the call to the answer, so that question and answer belong together. */
interface Story {
  /** Only told of what presses, or as praise. */
  readonly only?: 'urgent' | 'praise';
  readonly titles: readonly string[];
  readonly problem: string;
  readonly effects: readonly string[];
  readonly wants: readonly string[];
  readonly found: string;
  readonly done: string;
}
/** What people call about: where it belongs, who answers, and what happens there. */
interface Subject {
  readonly topic: string;
  readonly weight: number;
  readonly unit: string;
  /** Whom it is sent to by mistake. */
  readonly wrong: string;
  readonly types: Readonly<Record<string, number>>;
  /** How much more or less often than usual, January first. */
  readonly months?: readonly number[];
  readonly spots: readonly string[];
  readonly stories: readonly Story[];
}
const known = subjects as readonly Subject[];
type Kind = 'usual' | 'urgent' | 'praise';
const storiesOf = ({ stories }: Subject, kind: Kind): readonly Story[] =>
  stories.filter(({ only }) => (kind === 'usual' ? only === undefined : only === kind));

const inMonth = (choices: readonly Subject[]) =>
  Array.from({ length: 12 }, (_, month) =>
    weighted(choices.map((value) => ({ value, weight: value.weight * (value.months?.[month] ?? 1) }))),
  );
const usual = inMonth(known);
const pressing = inMonth(known.filter((each) => storiesOf(each, 'urgent').length > 0));
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
  readonly story: Story;
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

/** What kind of word it is, and a story that goes with it. */
function storyOf(subject: Subject, isUrgent: boolean, by: Chance): Pick<Matter, 'type' | 'story'> {
  if (isUrgent) return { type: 'help', story: by.pick(storiesOf(subject, 'urgent')) };
  const type = typeOf.get(subject)!(by);
  return { type, story: by.pick(storiesOf(subject, type === 'praise' ? 'praise' : 'usual')) };
}

/** Draws a matter: subject by season, place, and a text put together from its sentences. */
export function matterOf(ground: Ground, { isUrgent, isWritten, month }: Asked, by: Chance): Matter {
  const subject = (isUrgent ? pressing : usual)[month]!(by);
  const village = by.pick(ground.villages);
  const { type, story } = storyOf(subject, isUrgent, by);
  const tell = teller(village, subject, by);
  const effect = by.happens(0.85) ? `，${tell(by.pick(story.effects))}` : '';
  const [opening, ask] = isWritten
    ? [by.pick(sayings.written), by.pick(sayings.writtenAsk)]
    : [by.pick(sayings.phone), by.pick(sayings.phoneAsk)];
  const unitOf = (name: string): string => (name === 'town' ? village.town : ground.unitNamed(name).id);
  return {
    type,
    topic: subject.topic,
    village,
    title: tell(by.pick(story.titles)),
    text: `${opening}${tell(story.problem)}${effect}。${asking(ask, by.pick(story.wants))}`,
    unit: unitOf(subject.unit),
    wrong: unitOf(subject.wrong),
    tell,
    story,
  };
}
