import type { AuditedDocument } from '../audit.ts';
import { tight } from '../text/fold.ts';
import { timeOf } from '../text/period.ts';

/** Of what a figure is said: the headings above it, the title of its table. Empty words: of all there is. */
export interface Scope {
  /** One of the budgets a unit has, or what of its money the treasury grants. */
  readonly fund: string;
  /** What was planned; empty for what is. */
  readonly stage: 'plan' | '';
  /** A unit below, a place, a project. */
  readonly part: string;
  /** A quarter, a month, another year. */
  readonly time: string;
  /** Words of a heading that may narrow or not: 设备购置, 城区亮化. */
  readonly matter: string;
}

export const WHOLE: Scope = { fund: '', stage: '', part: '', time: '', matter: '' };

const FUNDS: readonly (readonly [string, RegExp])[] = [
  ['一般公共预算', /公共预算|公共财政/],
  ['政府性基金', /政府性?基金|基金预算/],
  ['国有资本经营预算', /国有资本/],
  ['社会保险基金', /社会?保险?基金/],
];
const GRANT = /财政拨款|当年拨款|财政专户/;

/** The fund that words name; a grant is that of all funds unless one is named. */
function fundOf(words: string): string {
  const named = FUNDS.filter(([, pattern]) => pattern.test(words)).map(([name]) => name);
  return named.length > 0 ? named.join('+') : GRANT.test(words) ? '财政拨款' : '';
}

/** Words that have 预算 in them and plan nothing. */
const NO_PLAN =
  /(?:一般)?公共预算|(?:政府性?)?基金预算|国有资本经营预算|(?:全面|综合)?预算(?:单位|绩效|管理|执行|完成|调整)|预决算/g;
const PLAN =
  /年初预算|年初批复|预算(?:安排|批复|编制|下达|核定|指标|申报)|(?:批复|核定|下达|安排)的?预算|^(?:部门|单位|本年|当年|全年|(?:19|20)\d\d年度?)*(?:收支|收入|支出)?预算(?:收支|收入|支出)?(?:总体)?(?:情况)?(?:说明)?$/;
const isPlan = (name: string): boolean => {
  const words = name.replace(NO_PLAN, '');
  return PLAN.test(words) && !/决算|执行|完成|实际|对比|差异|及|和|与/.test(words);
};

const OF_ALL =
  /汇总|合计|总计|总体|整体|全部|全[局县市区省州镇乡系院校]|全年|^(?:[我本](?:局|部门|单位|县|市|区|镇|乡|委|院|中心|办)|部门|单位|各)/;
const UNIT =
  /(?:机关|本级|[镇乡村屯]|街道(?:办事处)?|社区|中心|(?<!场)所|站|[大中支分]队|勘?测?队|学?院|学?校|[小中大]学|幼儿园|公司|企业|集团|科|股|室|(?:办事|管理|服务)处|[县市区镇乡政道]办|局|委员会|大厅|窗口|馆|[林农牧茶渔]场|园区|开发区|管委会|片区|[东南西北城郊老新]区|[县市州])$/;
/** 县本级一般公共预算执行情况, 局机关收支. */
const LEVEL =
  /^([省市县区州局委办院]{0,2}(?:机关本级|本级|机关))(?=一般公共|政府性|基本|项目|收|支|预算|决算|情况|$)/;
const NO_UNIT = /小组|下属|所属|各|组织机构|网站$/;
/** What counts for a heading's matter, and does not say whose. */
const TAIL =
  /(?:的|资金|经费|财务|收支|收入|支出|预算|决算|执行|运行|使用|管理|办理|工作|基本|总体|有关|具体|完成|绩效|任务|业务|人员|服务)*(?:情况|概况|概述|说明|分析)?$/;
const PROJECT =
  /^(?!重点|主要|重大|各|基本|绩效|全部|部门|年初|上年|其他|专项|实施).{2,}(?:项目|工程)$|^项目[一二三四五六七八九十\d]/;

/** What a heading of any report may be about without narrowing whose figures they are. */
const NEUTRAL =
  /(?:19|20)\d\d年?度?|[本当全今]年度?|年[初末终]|第[一二三四五]部分|部门|单位|整体|总体|总|基本|主要|重点|具体|相关|其他|有关|一般|概况|概述|情况|说明|分析|现状|背景|简介|职能|职责|机构|设置|组成|编制|人员|在职|构成|结构|队伍|收支|收入|支出|资金|经费|预决算|预算|决算|批复|结转|结余|财务|财政|资产|负债|国有|占有|固定|采购|政府|机关|运行|日常|公用|三公|公务|接待|用车|车辆|购置|因公|出国|出境|项目|专项|投入|过程|产出|效果|效益|效率|经济性|公平性?|合规性?|真实性?|有效性?|及时性?|规范性?|履职|履行|预期|成效|成果|成绩|绩效|目标|指标|评价|自评|评分|打分|得分|结果|结论|综合|组织|实施|开展|执行|完成|落实|推进|工作|任务|事项|业务|办理|管理|使用|安排|到位|拨付|下达|分配|监督|保障|数量|质量|时效|成本|社会|经济|生态|满意度?|可持续|影响|群众|服务|对象|存在|问题|困难|原因|不足|建议|措施|改进|打算|计划|下一步|经验|做法|附件|数据|统计|年度|全年|表|主动|依申请|申请|公开|政府信息|信息|平台|建设|制度|体系|建立|健全|及|和|与|的|、|以|等|对|方面/g;

/** What a document is called, and what it names as members of something larger. */
export interface Named extends Pick<AuditedDocument, 'title' | 'unit' | 'year'> {
  /** Rows of tables that have a total, members of lists. */
  readonly members?: ReadonlySet<string>;
}

/** The scope of figures below these headings, of which the last that says something decides. */
export function scopeOf(trail: readonly string[], document?: Named): Scope {
  const own = tight(`${document?.title ?? ''} ${document?.unit ?? ''} ${document?.year ?? ''}年`);
  const members = document?.members ?? new Set<string>();
  return trail.reduce((scope, name) => narrowed(scope, tight(name), { own, members }), WHOLE);
}

interface Known {
  readonly own: string;
  readonly members: ReadonlySet<string>;
}

function narrowed(scope: Scope, name: string, known: Known): Scope {
  const isOwn = known.own.includes(name) && name.length >= 3;
  const part = isOwn ? '' : partOf(name, known);
  const time = timeIn(name, known.own);
  const fund = fundOf(name);
  const all = isOwn || OF_ALL.test(name);
  const isMatter = part === '' && fund === '' && time === undefined && !all;
  return {
    fund: fund === '' && !all ? scope.fund : fund,
    stage: isPlan(name) ? 'plan' : /决算|执行|实际|完成/.test(name) ? '' : scope.stage,
    part: part === '' && !all ? scope.part : part,
    time: time ?? (/全年|年度(?:总体|汇总)/.test(name) ? '' : scope.time),
    matter: isMatter ? matterIn(name, scope.matter) : scope.matter,
  };
}

function partOf(name: string, { own, members }: Known): string {
  const bare = name.replace(/^(?:19|20)\d\d年度?/, '').replace(/[(（][^()（）]{0,12}[)）]$/, '');
  if (PROJECT.test(bare) || members.has(bare)) return bare;
  const level = LEVEL.exec(bare)?.[1];
  if (level !== undefined) return level;
  if (OF_ALL.test(bare) || /机关运行/.test(bare)) return '';
  const unit = bare.replace(TAIL, '');
  if (unit.length < 2 || unit.length > 20 || own.includes(unit)) return '';
  if (PROJECT.test(unit) || members.has(unit)) return unit;
  return UNIT.test(unit) && !NO_UNIT.test(bare) ? unit : '';
}

const PERIOD = /\d{1,2}(?:[-—~至]\d{1,2})?月|[第前]?[一二三四1-4](?:[-—~至][一二三四1-4])?季度|[上下]半年/;

/** 一季度, 5月, 2019年; a period the title names, and this year, are the document's own. */
function timeIn(name: string, own: string): string | undefined {
  const short = PERIOD.exec(name)?.[0].replace(/[第份]/g, '');
  if (short !== undefined) return own.includes(short) ? '' : short;
  const said = timeOf(name);
  return said === undefined || !/^(?:(?:19|20)\d\d年|上年|去年)/.test(said)
    ? undefined
    : own.includes(said)
      ? ''
      : said;
}

const matterIn = (name: string, before: string): string => {
  const rest = name
    .replace(/[(（][^()（）]{0,20}[)）]/g, '')
    .replace(NEUTRAL, '')
    .replace(/[^\u4e00-\u9fff]/g, '');
  return rest.length >= 2 ? rest : before;
};

interface Titled {
  readonly title: string;
  /** Names of its rows, and of the columns that hold them. */
  readonly rows: readonly string[];
  readonly heads: readonly string[];
}

/** The scope of a table: its title and what its rows are speak before the headings above it. */
export function withinTitle(above: Scope, { title, rows, heads }: Titled, document: Named): Scope {
  const own = scopeOf([title], document);
  const isWider =
    rows.some((row) => above.part !== '' && row.includes(above.part)) || /汇总|各|分|总表/.test(title);
  // 项目名称 | 预算数 | 执行数: what all its rows come to is what the projects cost.
  const part = own.part !== '' ? own.part : heads.some((head) => PROJECTS.test(tight(head))) ? '项目' : '';
  return {
    ...above,
    fund: own.fund === '' ? above.fund : own.fund,
    part: part === '' && !isWider ? above.part : part,
    time: own.time === '' && !isWider ? above.time : own.time,
  };
}
const PROJECTS = /^(?:重点|专项|支出)?(?:项目|专项)(?:资金)?名称$/;

/** What is known to narrow; equal for figures of one scope. */
export const keyOf = ({ fund, stage, part, time }: Scope): string => [fund, stage, part, time].join('|');
export const OF_ALL_KEY = keyOf(WHOLE);

/** 设备购置 and 工程改造: nobody says that these headings narrow, nor that they do not. */
export const mayDiffer = (a: Scope | undefined, b: Scope | undefined): boolean =>
  (a?.matter ?? '') !== (b?.matter ?? '');
