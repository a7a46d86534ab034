import { compare, divide, fraction, max, min, one, type Fraction } from '#lib/fraction.ts';
import type { Metric, Unit } from '#performance/rules/index.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import type { Candidate } from './candidates.ts';
import { ratioOf, statementsIn } from './own-rates.ts';
import type { Note, SheetRow } from './sheet.ts';

const WANTED =
  /对应|推算|折算|若|如|需|目标|标准|要求|应|计划|指标值|任务|未达|上年|去年|同期|全[省市国]|平均水平|扣/;
/** 受理1204件，均按时办结. */
const ALL_DONE =
  /(?<![未不没])(?:均|都|皆|全部|全)(?:已|能|依法|按规定|按时|按期|及时|如期|限时)*(?:办结|办理|完成|回复|答复|处置|处理|整改|到位|达标|合格|支付|发放|兑现)/;
/** 年末无结余, 未发生逾期. */
const NONE =
  /(?<![有非])(?:无|没有|未发生|未出现|未发现|零)(?:任何)?(?:资金)?(?:结余|结转|超期|逾期|超时|违规|违纪|投诉|延误|事故|差错|拖欠|挪用|截留|超支)/;

const UNITS: Readonly<Partial<Record<Unit, RegExp>>> = {
  day: /^天|^日/,
  workday: /^个?工作日|^天/,
  hour: /^个?小时/,
  month: /^个?月/,
  count: /^[个件次条项家户人名起场处批]$/,
};

/**
 * What the row says of itself without the indicator's name (机扫率76.28%, 43.6天, 测评93.7%, 受理120件，办结119件, 均按时办结).
 * Not bound enough by its words to accuse: of use only where it bears the score out.
 */
export function saidByRow(row: SheetRow, metrics: readonly Metric[]): readonly Candidate[] {
  const [metric] = metrics;
  if (!metric || metrics.length !== 1) return [];
  return row.notes.flatMap((note) =>
    valuesIn(note, metric).map((value) => ({
      figures: { [metric.id]: value },
      inputs: [
        {
          value,
          places: [{ ...note.place, text: note.text.slice(0, 60) }],
          note: '按该行所列数据',
          question: '',
        },
      ],
    })),
  );
}

function valuesIn(note: Note, metric: Metric): readonly Fraction[] {
  const stated = statementsIn(note).filter(
    ({ figure, role, subject }) => role === 'level' && !figure.approximate && !WANTED.test(tight(subject)),
  );
  if (metric.unit === 'percent') {
    const rates = stated.filter(({ figure }) => figure.unit.dimension === 'rate');
    if (rates.length > 0) return rates.length === 1 ? rates.map(({ figure }) => ratioOf(figure.value)) : [];
    return ALL_DONE.test(tight(note.text)) ? [one] : sharesOf(stated);
  }
  const unit = UNITS[metric.unit];
  const own = unit ? stated.filter(({ figure }) => unit.test(figure.unit.text)) : [];
  return own.length === 1 ? own.map(({ figure }) => fraction(figure.printed)) : [];
}

/** 受理120件，办结119件: two counts of one unit and nothing beside them. */
function sharesOf(stated: readonly Statement[]): readonly Fraction[] {
  const [a, b, ...others] = stated;
  if (!a || !b || others.length > 0 || a.figure.unit.text !== b.figure.unit.text) return [];
  if (a.figure.unit.dimension === 'none' || a.figure.value.num <= 0n || b.figure.value.num <= 0n) return [];
  return [divide(min(a.figure.value, b.figure.value), max(a.figure.value, b.figure.value))];
}

/** 年末无结余 beside the full mark: in words, for whoever evaluates. */
export const isSaidInWords = (row: SheetRow, full: Fraction, claimed: Fraction): boolean =>
  compare(claimed, full) >= 0 &&
  row.notes.some(({ text }) => {
    const words = tight(text);
    return ALL_DONE.test(words) || NONE.test(words);
  });
