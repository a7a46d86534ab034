import { heading, paragraph, type Block, type Run } from '#documents/index.ts';
import type { Section } from '../evaluation/parts.ts';
import { percent, divide } from '#lib/fraction.ts';
import { shownFigure } from '../evaluation/figure.ts';
import { phrase, told, type Phrase } from './phrase.ts';
import { figureRun, type Writing } from './reported.ts';

/* 五、评价报告综述: sentences of our own, each written only from figures that are there. */

const results: readonly Phrase[] = [
  phrase`审批制度改革方面，逐项比对行政权力事项${'catalogue.powers'}、公共服务事项${'catalogue.services'}，实施清单填报率${'catalogue.fillRate'}、发布率${'catalogue.publishRate'}；`,
  phrase`设立行政审批股的单位${'catalogue.approvalSections'}，启用审批专用章的单位${'catalogue.approvalSeals'}。`,
  phrase`政务服务方面，${'catalogue.undifferentiatedUnits'}部门的${'catalogue.undifferentiated'}事项纳入无差别受理，全年受理${'cases.window'}；`,
  phrase`工程建设综合窗口办理${'cases.engineering'}，公用报装受理${'cases.utilities'}。`,
  phrase`全域通办${'cases.regionWide'}，其中区直部门${'cases.regionWideDistrict'}、市直部门${'cases.regionWideCity'}。`,
  phrase`实行“一票制”的项目${'fees.projects'}，代收报建规费${'fees.collected'}。`,
  phrase`镇级事项清单${'catalogue.town'}，村级事项清单${'catalogue.village'}。`,
];
const disclosure: readonly Phrase[] = [
  phrase`政务公开方面，主动公开政府信息${'disclosure.total'}，其中规范性文件${'disclosure.normative'}、政府网站${'disclosure.website'}、政务微博${'disclosure.weibo'}。`,
];
const hotline: readonly Phrase[] = [
  phrase`热线方面，受理工单${'hotline.workOrders'}，市（区）长信箱办件${'hotline.letters'}；`,
  phrase`应办理${'orders.due'}，已办理${'orders.closed'}，办结率${'orders.closedRate'}；`,
  phrase`按期办结${'orders.closedInTime'}，按期办结率${'orders.inTimeRate'}。`,
  phrase`抽查回访${'hotline.callbacks'}，不满意${'hotline.dissatisfied'}，不满意率${'hotline.dissatisfactionRate'}。`,
];
const ratings: readonly Phrase[] = [
  phrase`服务评价方面，投入评价器${'ratings.devices'}，收到评价${'ratings.total'}，满意率${'ratings.satisfactionRate'}。`,
];
const scale: readonly Phrase[] = [
  phrase`全年收入${'income.total'}，支出${'spending.total'}，其中基本支出${'spending.basic'}、项目支出${'spending.projects'}，当年结余${'spending.surplus'}。`,
];
const basic: readonly Phrase[] = [
  phrase`基本支出${'spending.basic'}，由人员支出${'spending.personnel'}和公用支出${'spending.operating'}构成。`,
  phrase`“三公”经费${'threePublic.total'}，其中公务接待${'threePublic.reception'}、公务用车运行维护${'threePublic.vehicleRunning'}。`,
];
const invested: readonly Phrase[] = [phrase`填报的专项资金投入为${'specialFunds.invested'}。`];
const assets: readonly Phrase[] = [phrase`年末固定资产${'assets.total'}，其中在用${'assets.inUse'}。`];

export const resultsOf = (writing: Writing): readonly Run[] =>
  told(writing, [...results, ...disclosure, ...hotline, ...ratings]);

/** The part as somebody wrote it, else as the figures tell it, else a plain statement that nothing was entered. */
export function sectionRuns(
  writing: Writing,
  section: Section,
  figures: readonly Run[] = [],
): readonly Run[] {
  const written = writing.content.narrative[section];
  if (written !== undefined && written !== '') return [{ text: written }];
  return figures.length > 0 ? figures : [{ text: '（未填写）' }];
}

/** 项目支出990.4万元，占全部支出的87.98%。 */
function projectShare(writing: Writing): readonly Run[] {
  const [projects, total] = ['spending.projects', 'spending.total'].map(writing.book.value);
  if (!projects) return [];
  const shown = figureRun(
    writing,
    'spending.projects',
    shownFigure(writing.book.figure('spending.projects')),
  );
  const share = total && total.num !== 0n ? `，占全部支出的${percent(divide(projects, total))}` : '';
  return [{ text: '项目支出' }, shown, { text: `${share}。` }];
}

/** What the assessment itself found is stated as the problem, instead of a phrase that fits every year. */
function problems({ assessment }: Writing): readonly Run[] {
  const { score, findings } = assessment;
  const count = (category: string): number => findings.filter((each) => each.category === category).length;
  const { rows } = score.unsupported;
  const parts = [
    `按评分标准核对，矛盾${count('矛盾')}处、尾差${count('尾差')}处、待说明${count('待说明')}处，详见附件。`,
    rows > 0 ? `没有数据的指标${rows}项，需补充依据。` : '',
  ];
  return [{ text: parts.join('') }];
}
function improvements({ assessment }: Writing): readonly Run[] {
  const names = assessment.missing.map(({ path }) => path.split('/').at(-1)!);
  if (names.length === 0) return [{ text: '各项指标的数据已齐备，继续按账本记录逐项留痕。' }];
  return [
    { text: `在下一年度编制预算和绩效目标时，同步登记${names.join('、')}所需的数据，使得分有据可查。` },
  ];
}

const part = (title: string, runs: readonly Run[]): readonly Block[] => [heading(3, title), paragraph(runs)];

export const narrative = (writing: Writing): readonly Block[] => [
  heading(1, '五、评价报告综述（文字部分）'),
  heading(2, '一、部门（单位）概况'),
  ...part(
    '（一）部门（单位）基本情况',
    sectionRuns(
      writing,
      'overview',
      told(writing, [phrase`人员编制${'staff.established'}，实有${'staff.actual'}。`]),
    ),
  ),
  ...part(
    '（二）部门（单位）整体支出规模',
    told(writing, scale).length > 0 ? told(writing, scale) : [{ text: '（未填写）' }],
  ),
  heading(2, '二、部门（单位）整体支出管理及使用情况'),
  ...part('（一）基本支出', sectionRuns(writing, 'basicSpending', told(writing, basic))),
  ...part(
    '（二）专项支出',
    sectionRuns(writing, 'specialFunds', [...projectShare(writing), ...told(writing, invested)]),
  ),
  heading(2, '三、部门（单位）专项组织实施情况'),
  paragraph(sectionRuns(writing, 'management', told(writing, assets))),
  heading(2, '四、部门（单位）整体支出绩效情况'),
  paragraph(sectionRuns(writing, 'performance', resultsOf(writing))),
  heading(2, '五、存在的主要问题'),
  paragraph(sectionRuns(writing, 'problems', problems(writing))),
  heading(2, '六、改进措施和有关建议'),
  paragraph(sectionRuns(writing, 'improvements', improvements(writing))),
];
