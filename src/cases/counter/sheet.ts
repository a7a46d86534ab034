import { conditionOf, guideOf, type Answers, type GuideSource } from '#catalogue/index.ts';
import { cell, headCell, note, paragraph, qr, table, type Block, type Paper } from '#documents/index.ts';
import { readableCode } from './code.ts';

interface Printed {
  readonly source: GuideSource;
  /** Where this site is reached from outside; without it the sheet has no code to scan. */
  readonly site: string | undefined;
  /** What is answered already, when it is printed from a draft or from the guide. */
  readonly answers: Answers;
  /** 提取码 of the draft it is printed from. */
  readonly code: string | undefined;
}

/** Beside each other, so that the sheet of an ordinary item is one page. */
const WRITTEN = [
  ['姓名（单位名称）', '证件号码（信用代码）'],
  ['联系电话', '代办人和电话'],
] as const;
/** Room for a hand. */
const ROOM = '\n';

const who = (): Block =>
  table('申请人填写', { columns: [20, 30, 22, 28] }, [
    ['项目', '手写填写', '项目', '手写填写'].map((title) => headCell(title)),
    ...WRITTEN.map((pair) => pair.flatMap((title) => [cell(title), cell(ROOM)])),
    [cell('申请内容'), cell(`${ROOM}${ROOM}`, { columnSpan: 3 })],
    [cell('签名（代办人代签）'), cell(ROOM), cell('日期'), cell(ROOM)],
  ]);

const box = (isTicked: boolean): string => (isTicked ? '■' : '□');
/** On paper every question stands. A line for each, no table: what is asked and what can be ticked belong together. */
const situations = ({ elements }: GuideSource, answers: Answers): readonly Block[] =>
  (elements.situations ?? []).map((each) =>
    paragraph(
      `请打勾：${each.question}${conditionOf(each)}　${each.choices
        .map((choice) => `${box(answers[each.question] === choice)} ${choice}`)
        .join('　')}`,
      { indent: false },
    ),
  );

function materials(source: GuideSource, answers: Answers): Block {
  const { materials: all } = guideOf(source, answers);
  if (all.length === 0) return note('本事项不需要提交材料。');
  return table('要带的材料（带来的请打勾）', { columns: [8, 40, 23, 29] }, [
    ['带来', '材料', '份数', '要求'].map((title) => headCell(title)),
    ...all.map(({ name, amount, need, notes }) => [
      cell('□', { align: 'center' }),
      cell(name),
      cell(amount, { align: 'center' }),
      cell(notes.startsWith(need) ? notes : [need, notes].filter(Boolean).join('；')),
    ]),
  ]);
}

/** Where the sign of a sheet leads: the counter's page with the item, and the draft where there is one. */
export const counterAddress = (site: string, item: string, code: string | undefined): string =>
  `${site}/desk/cases/new?${new URLSearchParams({ item, ...(code === undefined ? {} : { draft: code }) })}`;

/** The same for the draft of one thing. */
export const bundleAddress = (site: string, code: string): string =>
  `${site}/desk/cases/bundles/new?${new URLSearchParams({ draft: code })}`;

const HAND_IN = '请把本单和材料交到任一窗口；是否收件以窗口出具的收件凭证为准。';
/** 手工登记单 of an item: filled in by hand where there is no network, opened by its code where there is. Pure. */
export function intakeSheet({ source, site, answers, code }: Printed): Paper {
  const said = code === undefined ? '' : `　提取码 ${readableCode(code)}`;
  return {
    title: source.name,
    subtitle: '手工登记单',
    blocks: [
      who(),
      ...situations(source, answers),
      materials(source, answers),
      // With the sign, not below it: a sheet of one page stays one.
      site === undefined
        ? note(HAND_IN)
        : qr(
            counterAddress(site, source.number, code),
            `窗口扫码打开收件页，事项已填好\n事项编码 ${source.number}　第 ${source.edition} 版${said}\n${HAND_IN}`,
          ),
    ],
  };
}
