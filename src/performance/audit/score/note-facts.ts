import { conceptOf } from '../facts/concepts.ts';
import { aspectOf, type Fact } from '../facts/fact.ts';
import { tight } from '../text/fold.ts';
import { statementsIn } from './own-rates.ts';
import type { SheetRow } from './sheet.ts';

const RATE = /(?:预算|支出)?(?:变动|变化|控制|执行|完成|节约)率$/;
/** Only a word of year and budget or spending: 本年度预算, 上年预算数, 实际支出. */
const ASPECT =
  /^(?:本年度?|当年|今年|上年度?|去年|年初|全年|调整后)?(?:实际)?(?:预算|决算|支出|执行|采购)(?:数|额|金额|安排)?(?:为|是|[:：])?$/;

/** 本年度预算26万元，上年度预算28万元 beside 三公经费变动率 are those of 三公经费. */
export function factsOfNotes(row: SheetRow): readonly Fact[] {
  const name = tight(row.name).replace(RATE, '');
  const concept = conceptOf(name);
  if (concept === undefined) return [];
  return row.notes.flatMap((note) =>
    statementsIn(note)
      .filter(
        ({ role, figure, subject }) =>
          role === 'level' &&
          figure.unit.dimension === 'money' &&
          !figure.approximate &&
          ASPECT.test(tight(subject)),
      )
      .map(({ figure, subject }): Fact => {
        const aspect = aspectOf(subject, null);
        return { name, concept, aspect, figure, place: note.place, source: 'text', whole: true };
      }),
  );
}
