import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { shareWord } from '../other-readings/words.ts';
import { growsInRealTerms } from './real-terms.ts';
import { changedThing, FROM, isCompared, isPast } from './growth-pairs.ts';

const PLAN = /预算|计划|目标|任务|指标|标准|时限|控制|承诺|全[国省市县区]|平均/;
const PAST = /同比|环比|上一?[年期月季周]|去年|往年|同期|年初|年末|月末|季度|半年|\d月|(?:19|20)\d\d/;
const FROM_PLAN =
  /(?:[比较]|完成|低于|高于)[^，,。;]{0,8}(?:预算|计划|目标|任务|指标|标准|时限|控制|承诺|全[国省市县区])/;

type Kind = 'plan' | 'past' | 'unsaid';

const kindOf = (words: string): Kind => (PLAN.test(words) ? 'plan' : PAST.test(words) ? 'past' : 'unsaid');
const kindOfChange = ({ subject }: Statement): Kind =>
  kindOf(/(?:[比较]|相比|同比|环比).*$/.exec(tight(subject))?.[0] ?? '');
const kindOfBase = (base: Statement): Kind =>
  FROM_PLAN.test(tight(base.subject))
    ? 'plan'
    : isPast(base)
      ? 'past'
      : kindOf(/[比较].*$/.exec(tight(base.subject))?.[0] ?? '');

/** 比上季度（600件）, 由6个减至5个: the sentence itself sets one against the other. */
const isSaid = (base: Statement): boolean => isCompared(base) || FROM.test(tight(base.subject));

/** Time, comparison and the verb that leads to a figure are no name of what is counted. */
const thingOf = ({ subject }: Statement): string =>
  coreName(
    tight(subject)
      .replace(
        /^.*(?:上一?年|去年|上期|同期|上月|上季度?|上周|年初|相比|[一二三四]季度|[上下]半年|\d{1,2}月|(?:19|20)\d\d年)(?:份|度|同期|末|底|的|全年)*/,
        '',
      )
      .replace(
        /^(?:[由从比较]|低于|高于)|(?:(?:[增减提升降扩缩压涨跌调]|上升|发展|回落)[\u4e00-\u9fff]?)?(?:了|到|至|为|达)+$/g,
        '',
      ),
  );

const LED = /^(.*?[\u4e00-\u9fff]{2})(?:[比较]|[与同和跟](?=.*相?比|$))/;
/** 利润率5.1%，产值增速较1—6月的1.7%提高: what is said before 较 is compared, and a figure of another name is not it. */
function isOfLead(now: Statement, base: Statement): boolean {
  const lead = coreName(LED.exec(tight(base.subject))?.[1] ?? '');
  const own = coreName(now.subject) + tight(now.after);
  // 住宅占78.4%，降幅比1—10月的12.1%收窄: no share and no level is a fall.
  if (OF_GROWTH.test(lead)) return now.role === 'change' || OF_GROWTH.test(own);
  return !HAN.test(lead) || !HAN.test(own) || shareWord(own, lead);
}
const OF_GROWTH = /[增降涨跌升]幅|增速|增长率|下降率/;
const HAN = /[\u4e00-\u9fff]{2}/;

/**
 * A change accuses only by a base that the words make its base: of the kind it names (比上年, not 比预算), and of the thing
 * that is said to have changed. 比预算少2.38万元，比上年少1.05万元 knows nothing of last year's figure.
 */
function isBound([change, now, base]: readonly Statement[]): boolean {
  if (!change || !now || !base) return true;
  // 比目标增加3万元，同比增长5%: a step and a rate of two bases.
  if (base.role === 'change') {
    const kinds = [kindOfChange(change), kindOfChange(base)];
    return kinds.includes('unsaid') || kinds[0] === kinds[1];
  }
  const [wanted, given] = [kindOfChange(change), kindOfBase(base)];
  if (wanted !== 'unsaid' && given !== 'unsaid' && wanted !== given) return false;
  if (base.segment === change.segment && isSaid(base)) return isOfLead(now, base);
  const [one, other] = [thingOf(now), thingOf(base)];
  return one === '' || other === '' || shareWord(one, other);
}

const MEAN = /[人户日月亩村场件床次]均|平均|均价|单价|每[^日年月]/;

/** 企业128家，比上年净增6家，增加值增长6.8%: the change names its thing, and none of the figures is one. */
function isOfAnotherThing([change, ...others]: readonly Statement[]): boolean {
  const thing = change ? changedThing(change) : '';
  const names = others.map((other) =>
    other.role === 'change' ? changedThing(other) : coreName(other.subject) + tight(other.after),
  );
  // 用电42.6万千瓦时，减少3.2万千瓦时，人均用电量下降8.6%: per head it is another figure.
  if (MEAN.test(thing) && !others.some(({ subject }) => MEAN.test(subject))) return true;
  return (
    /[\u4e00-\u9fff]{2}/.test(thing) &&
    names.some((name) => /[\u4e00-\u9fff]{2}/.test(name)) &&
    !names.some((name) => shareWord(name, thing))
  );
}

/** Bound to its base, and printed in the prices its growth is reckoned in. */
export const mayAccuse = (stated: readonly Statement[]): boolean => {
  const [change, ...levels] = stated;
  const isRate = change?.figure.unit.dimension === 'rate';
  const words = [change?.after, change?.behind.slice(0, 24), ...stated.map(({ subject }) => subject)].join(
    ' ',
  );
  const isReal =
    isRate && levels.some(({ figure }) => figure.unit.dimension === 'money') && growsInRealTerms(words);
  return isBound(stated) && !isReal && !isOfAnotherThing(stated);
};
