import { coreName } from './names.ts';
import { remembered } from './remember.ts';

const MOST = 20;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** What joins a clause to the one before, and what is left of one. */
const LEADING =
  /^(?:虽然?|但是?|不过|然而|因此|所以|由于|因为|如果|以及|并且|而且|其中|同时|另外|此外|尤其是?|特别是|却|仍|也|而|并(?![网轨购案联行])|和(?![平谐解])|及(?![时格])|与(?!会)|或|的|了(?!解)|对(?![外口接象应比])|将(?!军)|把(?!关)|向(?!阳)|由|被(?![征告申])|以(?![工奖上下内外旧])|[，,、:：;；.)])+/;
const TRAILING =
  /(?:的|了|(?<![总调])和|(?<![普涉])及|(?<!参)与|或|、|，|,|:|：|[(]|(?<![行作])为|是|(?<!直)达|(?<![存潜])在)+$/;

/** A name as messages print it: no longer than a line bears, from the beginning of a word, without what dangles. */
export const shownName = (subject: string): string => shown(coreName(subject));

const shown = remembered(bared, { most: 2000, longest: 60 });

function bared(name: string): string {
  const whole = trimmed(name);
  if (whole.length <= MOST) return whole;
  const starts = [...words.segment(whole)].filter(({ index }) => index >= whole.length - MOST);
  const from = (starts.find(({ segment }) => segment.length >= 2) ?? starts[0])?.index ?? whole.length - MOST;
  return trimmed(whole.slice(from));
}

/** Never nothing: a name that is all joints stays as it is. */
function trimmed(name: string): string {
  const bare = name.replace(LEADING, '').replace(TRAILING, '');
  return bare.length >= 2 ? bare : name;
}
