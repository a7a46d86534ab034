import { cell, headCell, note, table, type Block, type Cell, type Paper } from '#documents/index.ts';
import { formatDay } from '#lib/time.ts';
import type { Guide } from './guide.ts';
import { PAPERS, type PaperKind, type PaperPart, type PaperPlan } from './papers.ts';

const twoColumns = (
  caption: string,
  heads: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): Block =>
  table(caption, { columns: [24, 76] }, [
    heads.map((head) => headCell(head)),
    ...rows.map(([left, right]): readonly Cell[] => [cell(left), cell(right)]),
  ]);

/** Only the columns that say something: a card has no room for empty ones, and a reader no use. */
function materialsTable({ materials }: Guide, { isForm, isSmall }: Look): Block {
  const all = [
    { title: '序号', width: 8, text: (_: (typeof materials)[number], at: number) => String(at + 1) },
    { title: '材料', width: 40, text: ({ name }: (typeof materials)[number]) => name },
    { title: '份数', width: 16, text: ({ amount }: (typeof materials)[number]) => amount },
    { title: '要求', width: 13, text: ({ need }: (typeof materials)[number]) => need },
    { title: '说明', width: 30, text: ({ notes }: (typeof materials)[number]) => notes },
  ] as const;
  const columns = all.filter(
    ({ title, text }) =>
      !(isSmall && title === '说明') && materials.some((material, at) => text(material, at) !== ''),
  );
  const tick = isForm ? [{ title: '已收', width: 9, text: () => '□' }] : [];
  const shown = [...columns, ...tick];
  return table('申请材料', { columns: shown.map(({ width }) => width) }, [
    shown.map(({ title }) => headCell(title)),
    ...materials.map((material, at) => shown.map(({ text }) => cell(text(material, at)))),
  ]);
}

interface Look {
  readonly isForm: boolean;
  readonly isSmall: boolean;
}
const APPLICANT = [
  '申请人',
  '证件类型和号码',
  '联系电话',
  '代办人及电话',
  '通讯地址',
  '收件窗口',
  '收件编号',
];

const PARTS: Readonly<Record<PaperPart, (guide: Guide, look: Look) => readonly Block[]>> = {
  // Paper asks nothing one after another: what hangs on an answer stands there too, and says when.
  questions: ({ questions }) => {
    const rows = questions.map(
      ({ situation: { question, choices }, choice, condition }) =>
        [`${question}${condition}`, choice ?? choices.map((each) => `□ ${each}`).join('　')] as const,
    );
    return rows.length === 0 ? [] : [twoColumns('您的情形', ['问题', '选择'], rows)];
  },
  materials: (guide, look) =>
    guide.materials.length === 0 ? [note('本事项不需要提交材料。')] : [materialsTable(guide, look)],
  'left-out': ({ leftOut }) =>
    leftOut.length === 0
      ? []
      : [
          twoColumns(
            '不用交的材料',
            ['材料', '原因'],
            leftOut.map(({ name, because }) => [name, because] as const),
          ),
        ],
  process: ({ process }) =>
    process.length === 0
      ? []
      : [
          twoColumns(
            '办理流程',
            ['步骤', '内容'],
            process.map((text, at) => [`第 ${at + 1} 步`, text] as const),
          ),
        ],
  steps: ({ steps }) =>
    steps.length === 0
      ? []
      : [
          table('审批环节', { columns: [18, 30, 34, 18] }, [
            ['环节', '部门', '内容', '时限'].map((head) => headCell(head)),
            ...steps.map(({ order, department, task, limit }) =>
              [order, department, task, limit].map((text) => cell(text)),
            ),
          ]),
        ],
  applicant: () => [
    twoColumns(
      '申请信息',
      ['项目', '填写'],
      APPLICANT.map((title) => [title, ''] as const),
    ),
  ],
  'hand-over': () => [
    { kind: 'signature', lines: [{ label: '经办人' }, { label: '申请人（代办人）' }, { label: '日期' }] },
  ],
};

const factsBlock = ({ facts }: Guide, plan: PaperPlan): readonly Block[] => {
  const said = plan.facts.flatMap((key) => facts.filter((fact) => fact.key === key));
  return said.length === 0
    ? []
    : [
        twoColumns(
          '办理要素',
          ['项目', '内容'],
          said.map(({ title, text }) => [title, text] as const),
        ),
      ];
};

/** One of the papers of an item. Everything it says of the item comes from the guide; the plan only chooses. */
export function paperOf(kind: PaperKind, guide: Guide): Paper {
  const plan: PaperPlan = PAPERS[kind];
  const look = { isForm: kind === 'intake', isSmall: plan.sheet === 'A6' };
  const blocks = [
    ...factsBlock(guide, plan),
    ...plan.parts.flatMap((part) => PARTS[part](guide, look)),
    note(
      `事项编码 ${guide.number}　第 ${guide.edition} 版　最近核对 ${formatDay(guide.checkedOn)}。以办理时公布的版本为准。`,
    ),
  ];
  return {
    title: guide.name,
    subtitle: plan.title,
    ...(plan.sheet === 'A4' ? {} : { sheet: plan.sheet }),
    blocks,
  };
}
