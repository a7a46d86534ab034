/** What `GET /api/call-back-draws/{id}/result` answers. */
export interface DrawCounts {
  readonly population: number;
  readonly drawn: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly noView: number;
  readonly notReached: number;
  readonly waiting: number;
  readonly rate: string | null;
  readonly percent: string | null;
  readonly interval: { readonly low: string; readonly high: string } | null;
}
export interface DrawUnit extends DrawCounts {
  readonly unit: string;
  readonly name: string;
  readonly rank: number | null;
  readonly standing: string;
}
export interface DrawResult {
  readonly draw: {
    readonly id: string;
    readonly number: string;
    readonly state: 'drawing' | 'drawn';
    readonly place: string;
    readonly fromOn: string;
    readonly toOn: string;
    readonly seed: string;
    readonly wantedSize: number | null;
    readonly population: number | null;
    readonly size: number | null;
    readonly outside: Readonly<Record<string, number>> | null;
    readonly rules: {
      readonly confidence: string;
      readonly marginPercent: number;
      readonly minimumPerStratum: number;
      readonly minimumToRank: number;
    };
    readonly askedAt: string;
    readonly membersDigest: string | null;
    readonly strata: number;
    readonly strataWithout: number;
    readonly leastSize: number;
  };
  readonly basis: string;
  readonly units: readonly DrawUnit[];
  readonly total: DrawCounts;
  readonly weighted: string | null;
}
export interface Redraw {
  readonly seed: string;
  readonly population: number;
  readonly size: number;
  readonly common: number;
  readonly isPopulationUnchanged: boolean;
  readonly isSameDraw: boolean;
  readonly drawn: readonly { readonly id: string; readonly number: string }[];
}

/** The counts of a line in their order, each with the word its list is asked for by. */
export const DRAW_FIGURES: readonly {
  readonly of: string;
  readonly title: string;
  readonly name: Exclude<keyof DrawCounts, 'rate' | 'percent' | 'interval'>;
}[] = [
  { of: 'population', title: '总体', name: 'population' },
  { of: 'drawn', title: '抽中', name: 'drawn' },
  { of: 'satisfied', title: '满意', name: 'satisfied' },
  { of: 'dissatisfied', title: '不满意', name: 'dissatisfied' },
  { of: 'no-view', title: '未评价', name: 'noView' },
  { of: 'not-reached', title: '未接通', name: 'notReached' },
  { of: 'waiting', title: '待回访', name: 'waiting' },
];
/** The list a draw's page shows: what its address asks for, else those drawn. */
export function listAsked(query: Readonly<Record<string, unknown>>): {
  readonly of: string;
  readonly unit: string;
} {
  const { of, unit } = query;
  return {
    of: DRAW_FIGURES.some((each) => each.of === of) ? String(of) : 'drawn',
    unit: typeof unit === 'string' ? unit : '',
  };
}

const OUTSIDE: Readonly<Record<string, string>> = {
  calledBack: '已经回访',
  drawnBefore: '以前抽中',
  withoutPhone: '没有电话',
  excluded: '批准剔除',
};
/** `已经回访 67 件，没有电话 3 件`; what is none is not said. */
export const outsideSaid = (outside: DrawResult['draw']['outside']): string =>
  Object.entries(OUTSIDE)
    .flatMap(([name, title]) => (outside?.[name] ? [`${title} ${outside[name]} 件`] : []))
    .join('，') || '无';

/** Why the sample has its size, and what a small one costs. */
export function sizeSaid({ wantedSize, size, rules, strataWithout, leastSize }: DrawResult['draw']): string {
  const { confidence, marginPercent, minimumPerStratum } = rules;
  if (wantedSize === null)
    return `按规则：置信水平 ${confidence}%，误差 ±${marginPercent} 个百分点，每层至少 ${minimumPerStratum} 件`;
  if (strataWithout === 0) return `指定 ${wantedSize} 件`;
  return `指定 ${wantedSize} 件，不足以每层至少抽 ${minimumPerStratum} 件（共需 ${leastSize} 件），已按比例抽取 ${size ?? 0} 件，${strataWithout} 层没有抽到`;
}

/** `2.10%–8.70%`, or a dash where nobody was reached. */
export const intervalSaid = ({ interval }: Pick<DrawCounts, 'interval'>): string =>
  interval ? `${interval.low}–${interval.high}` : '—';

export const redrawSaid = ({ isPopulationUnchanged, isSameDraw, size, common }: Redraw): string => {
  if (!isPopulationUnchanged) return '总体名单与留存的摘要不符，不能据此验证，请告知审计员';
  return isSameDraw
    ? `重抽 ${size} 件，与留存的名单完全一致`
    : `重抽 ${size} 件，其中 ${common} 件与留存的名单相同`;
};
