import type { Figure } from '../text/figure.ts';

/** What a rate divides by what, by the names of the trade (国办发〔2020〕53号, 国办发〔2019〕51号, 财预〔2013〕53号). */
export interface RateDefinition {
  readonly name: RegExp;
  readonly top: RegExp;
  readonly notTop?: RegExp;
  /** Any of these may be the base; forms differ. */
  readonly under: readonly RegExp[];
  /** The base is so often left out that only a question is fair. */
  readonly loose?: true;
  /** More than was asked for can be done. */
  readonly beyond?: true;
  /** 非常满意, 满意, 基本满意 may have to be added. */
  readonly levels?: true;
}

const HANDED = [
  /应当?(?:办|结案)/,
  /已?办结|已办理|办理完|办理(?!中)|完成/,
  /转办|派单|派发|交办|下派|转派|派遣|承办/,
  /受理|接收|收到|接听|登记|接到|来信|来件|信件|来访/,
];
const RATED = [
  /收回|回收|有效/,
  /评价|测评|评分/,
  /回访|抽查|抽样/,
  /调查|问卷|受访|参评/,
  /反馈/,
  /办结|办件/,
];

const DEFINITIONS: readonly RateDefinition[] = [
  { name: /不满意(?:度|率)$/, top: /不满意/, notTop: /率/, under: [/回访|抽查|抽样|评价|测评|调查/] },
  {
    name: /(?:按期|按时|及时|限时|期限内)(?:办结|办理|回复|反馈|完成|答复|处理|结案)率$/,
    top: /(?:按期|按时|及时|限时|期限内)(?:办|回|反|完|答|处|结)/,
    notTop: /率/,
    under: HANDED,
  },
  { name: /(?:超期|逾期|超时)(?:办结|办理)?率$/, top: /超期|逾期|超时/, notTop: /率|未超/, under: HANDED },
  {
    name: /(?:办结|办理|结案|处置|处理)率$/,
    top: /(?:已|共|全部)?(?:办结|办理完|已办|完成办理|结案|办理|处置|处理)/,
    notTop: /率|应当?(?:办|结案)|按期|按时|及时|超期|逾期|超时|未|需|待|自行|直接/,
    under: [/应当?(?:办|结案)/, ...HANDED.slice(2)],
  },
  {
    name: /(?:差评|不满意).{0,4}整改率$|^整改率$|整改完成率$/,
    top: /已?(?:完成)?整改|整改到位/,
    notTop: /率|未整改|需整改|应整改/,
    under: [/差评|不满意|应整改|需整改|问题/],
  },
  { name: /差评率$/, top: /差评/, notTop: /率|整改/, under: RATED },
  { name: /好评率$/, top: /好评/, notTop: /率/, under: RATED, levels: true },
  {
    name: /(?<!不)满意(?:率|度)$/,
    top: /(?<!不)(?<!不太)(?<!非常不)满意|好评/,
    notTop: /率|度$|(?:基本|非常|很|比?较)满意|满意度/,
    under: RATED,
    levels: true,
  },
  { name: /回访率$/, top: /回访/, notTop: /率|应回访/, under: [/应回访|差评|办结|应/] },
  { name: /解决率$/, top: /(?<!未)解决/, notTop: /率/, under: [/办结/, /回访/, /受理/] },
  { name: /(?:回收|收回)率$/, top: /收回|回收/, notTop: /率/, under: [/发放|发出|投放/] },
  {
    name: /(?:接通|应答|接听)率$/,
    top: /接通|应答|人工接听|人工服务/,
    notTop: /率|未接|呼入|来电总/,
    under: [/来电|呼入|话务|请求|拨打|接入/],
  },
  { name: /(?:返工|重办|退单|退回)率$/, top: /返工|重办|退单|退回/, notTop: /率/, under: HANDED },
  {
    name: /主动评价率$|(?<!被)评价率$/,
    top: /主动评价|评价/,
    notTop: /率|应评价/,
    under: [/办件|办结|业务|评价/],
  },
  {
    name: /完成率$/,
    top: /完成|实现|新增|新建|建成|改造|达到|实际(?!支出|执行|使用)/,
    notTop: /率|任务|目标|计划|预算|应/,
    under: [/任务|目标|计划/],
    beyond: true,
  },
  // 财预〔2013〕53号 and every form since: what was spent over the budget as adjusted.
  {
    name: /^(?:全年|本年|部门|整体)*预算执行率$/,
    top: /(?:实际|全年|本年|累计)支出|执行数|支出决算/,
    notTop: /率|预算数/,
    under: [/全年预算数|调整后预算|调整预算数/],
  },
  {
    name: /(?:预算|资金|支出)?(?:执行|完成|支付|使用)率$/,
    top: /支出|执行|支付|使用|完成|拨付/,
    notTop: /率|预算数|年初预算|应完成|计划|预算安排/,
    under: [/预算|下达|到位|安排|批复/, /计划|应完成|任务|目标/],
    loose: true,
  },
  {
    name: /(?:公开|答复|填报|发布|认领|网办|覆盖|利用|合格|达标|录入|参与|采购)率$/,
    top: /公开|答复|填报|发布|认领|网办|网上办理|覆盖|在用|合格|达标|录入|参与/,
    notTop: /率|应|[不未](?:合格|达标|覆盖|参与|公开|答复)/,
    under: [/应|共|总/],
    loose: true,
  },
];

/** The definition of the rate a subject ends with. */
export function rateNamed(subject: string): RateDefinition | undefined {
  const name = subject.replace(/(?:分别|均)?(?:为|达到?|是|约|近|实现|[:：=])*$/, '').replace(/率率$/, '率');
  return DEFINITIONS.find((definition) => definition.name.test(name));
}

/** Counts and money can be divided; rates and dates cannot. */
export const isHeadcount = (figure: Figure): boolean =>
  figure.unit.dimension === 'count' || figure.unit.dimension === 'money';
