import { tight } from './fold.ts';
import { coreName } from './names.ts';
import { remembered } from './remember.ts';

const MOST = 20;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** What joins a clause to the one before, and what is left of one. */
const LEADING =
  /^(?:[末底](?=[全我本实县市区]|新[设增建])|在(?![线职岗编校建册办读押库售用研途逃籍])|有(?![效关限机害偿责色形为]|[一二三四五六七八九十])|至(?!今)|截至|尚有|现有|虽然?|但是?|不过|然而|因此|所以|由于|因为|如果|以及|并且|而且|其中|同时|另外|此外|尤其是?|特别是|却|仍|也|而|并(?![网轨购案联行])|和(?![平谐解])|及(?![时格])|与(?!会)|或|的|了(?!解)|对(?![外口接象应比])|将(?!军)|把(?!关)|向(?!阳)|由|被(?![征告申])|以(?![工奖上下内外旧])|[，,、:：;；.)])+/;
const TRAILING =
  /(?:的|了|(?<![总调])和|(?<![普涉])及|(?<!参)与|或|、|，|,|:|：|[(]|(?<![行作])为|是|(?<!直)达|(?<![存潜])在|(?<=[\u4e00-\u9fff]{2})(?<![真落如确现切])实|(?<=[\u4e00-\u9fff]{2})[拥尚仍])+$/;

/** A name as messages print it: no longer than a line bears, from the beginning of a word, without what dangles. */
export const shownName = (subject: string): string => shown(coreName(bareOfMarks(tight(subject))));

/** 2023年末, 截至6月底, 1—3月: no name has a date. */
const DATES =
  /(?:截[至止]|[到至])?(?:(?:(?:19|20)\d\d年)(?:度|末|底|初|终)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月份?)?|(?<!\d)\d{1,2}(?:[-—~至]\d{1,2})?月份?)(?:\d{1,2}[日号])?(?:末|底|初)?/g;
/** 2.全省, 1—全区, ①: a number of a list. */
const NUMBERED = /^(?:\d{1,2}[.、—\-)）]|[(（]\d{1,2}[)）]|[①-⑳])(?=[\u4e00-\u9fff“"])/;
/** 排名前三位的依次是食品类, 单位分别为:甲公司: what leads to a list names none of its members. */
const LED =
  /^.*(?:依次|分别|如下|包括)[是为有]?[:：]?(?=[\u4e00-\u9fff]{2})|^.{2,}[:：](?=[\u4e00-\u9fff]{2})/;

/** Without what is printed around a name: dates, a number of a list, the words that lead to a list, half a bracket. */
function bareOfMarks(text: string): string {
  const name = text.replace(NUMBERED, '').replace(DATES, '').replace(LED, '');
  return /[()[\]]/.test(name) ? balanced(name) : name;
}

/** 铁西)共保障 begins behind its bracket, 公司(33 ends before it. */
function balanced(name: string): string {
  let [from, depth, open] = [0, 0, -1];
  for (const [at, char] of [...name].entries()) {
    if (/[([]/.test(char)) {
      if (depth === 0) open = at;
      depth += 1;
    } else if (/[)\]]/.test(char)) {
      if (depth === 0) from = at + 1;
      else depth -= 1;
    }
  }
  const cut = depth > 0 ? name.slice(from, open) : name.slice(from);
  // ([河北两会]… and (城市: what the bracket holds is all there is.
  return HAN.test(cut) ? cut : depth > 0 && HAN.test(name.slice(open + 1)) ? name.slice(open + 1) : name;
}
const HAN = /[\u4e00-\u9fff]{2}/;

const shown = remembered(bared, { most: 2000, longest: 60 });

function bared(name: string): string {
  const whole = trimmed(name);
  if (whole.length <= MOST) return whole;
  const starts = [...words.segment(whole)].filter(({ index }) => index >= whole.length - MOST);
  const from = (starts.find(({ segment }) => segment.length >= 2) ?? starts[0])?.index ?? whole.length - MOST;
  return trimmed(whole.slice(from));
}

/** A name that is all joints stays as it is, one that is nothing else is none: 1.03亿户 for 实有1.03亿户. */
function trimmed(name: string): string {
  const bare = name.replace(LEADING, '').replace(TRAILING, '');
  return bare.length >= 2 ? bare : NO_NAME.test(name) ? '' : name;
}
const NO_NAME = /^(?:\P{L}*|[实有至共计为其的]|其中[:：]?)$/u;
