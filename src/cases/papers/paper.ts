import { formatAmount, type Clock } from '#calendar/index.ts';
import type { Commitment } from '#catalogue/index.ts';
import { cell, headCell, note, paragraph, qr, table, type Block, type Paper } from '#documents/index.ts';
import { dayOf, formatChinese, formatDay, type Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { namesIn, type Paper as Material } from '../file/paper.ts';
import { PAPER_STATES } from '../words.ts';
import {
  badFaithWords,
  commitmentWords,
  correctionWords,
  declineWords,
  extensionWords,
  promiseWords,
  renewalWords,
  revocationWords,
  specialWords,
  suspensionWords,
  terminationWords,
  toleranceWords,
  type Corrected,
  type ToldProcedure,
} from './course-words.ts';
import { heardWords, hearingNoticeWords, hearingRightWords, type ToldHearing } from './hearing-words.ts';
import { lastDay } from './last-day.ts';
import { KINDS, titleOf, type PaperKind } from './kinds.ts';

interface Served {
  readonly kind: PaperKind;
  readonly row: CaseFile;
  /** When the act was done. */
  readonly at: Instant;
  /** As the one who asks for the paper may see it. */
  readonly applicantName: string;
  readonly nameOf: (unit: string) => string;
  /** The special procedures of the case; only their own paper asks for them. */
  readonly special: readonly ToldProcedure[];
  /** The correction of the decision that was made last; only its own paper asks for it. */
  readonly correction?: Corrected | undefined;
  /** What the item's edition says of promises; only their own paper asks for it. */
  readonly commitment?: Commitment | undefined;
  /** The hearing that was told last, and in how many days one is held; only its own papers ask for them. */
  readonly hearing?: { readonly told: ToldHearing | undefined; readonly within: number } | undefined;
  /** Where this site is reached from outside; without it the paper has no code to scan. */
  readonly site: string | undefined;
}

const REMEDIES =
  '如不服本决定，可以自收到本决定书之日起60日内依法申请行政复议，也可以自收到本决定书之日起6个月内依法向人民法院提起行政诉讼。';

const materials = (papers: readonly Material[]): Block =>
  table('材料清单', { columns: [6, 2, 3] }, [
    [headCell('材料'), headCell('份数'), headCell('情况')],
    ...papers.map((each) => [
      cell(each.name),
      cell(each.copies === null ? '' : String(each.copies), { align: 'center' }),
      cell(PAPER_STATES[each.state], { align: 'center' }),
    ]),
  ]);

function receipt({ row, at }: Served): readonly Block[] {
  return [
    paragraph(
      `你（单位）于${formatDay(dayOf(at))}提出的「${row.itemName}」申请已收到，收到的材料见下表。收件不等于受理。`,
    ),
    materials(row.papers),
    ...(row.tellByAt === null
      ? []
      : [
          paragraph(
            `材料不齐全或者不符合法定形式的，我们将最迟于${lastDay(row.tellByAt)}一次告知需要补正的全部内容；逾期不告知的，自收到材料之日起即为受理。`,
          ),
        ]),
  ];
}

const correction = ({ row, nameOf }: Served): readonly Block[] => [
  paragraph(`你（单位）申请的「${row.itemName}」，材料需要补正，全部内容见下表，此后不再另行要求补正。`),
  table('需要补正的内容', { columns: [4, 6, 3] }, [
    [headCell('材料'), headCell('缺什么、怎样补'), headCell('提出单位')],
    ...(row.gaps ?? []).map((gap) => [
      cell(gap.paper),
      cell(gap.what),
      cell(gap.by === null ? '受理窗口' : nameOf(gap.by)),
    ]),
  ]),
  ...(row.correctBy === null ? [] : [paragraph(`请于${formatDay(row.correctBy)}前（含当日）补正。`)]),
];

interface Until {
  readonly dueAt: Instant | null;
  /** What is said while the clock stands still. */
  readonly still: string;
}
const BY_LAW = '现依法停止计算';
/** `法定办结时限20个工作日，至2020年6月8日。` */
function limitWords(name: string, clock: Clock | null, { dueAt, still }: Until): string {
  if (clock === null) return '';
  const { amount, unit } = clock.limit;
  const length = amount === 0 ? '当日' : formatAmount(amount, unit);
  return `${name}${length}，${dueAt === null ? still : `至${lastDay(dueAt)}`}。`;
}
function acceptance({ row, at }: Served): readonly Block[] {
  const owed = namesIn(row.papers, 'outstanding');
  // A survey or a suspension stops the promise alone.
  const still = row.legalDueAt === null ? BY_LAW : '现暂停计算';
  const until = row.outstandingDueAt === null ? '' : `最迟于${lastDay(row.outstandingDueAt)}`;
  return [
    paragraph(`你（单位）申请的「${row.itemName}」，自${formatDay(dayOf(at))}起予以受理。`),
    paragraph(
      `${limitWords('法定办结时限', row.legalClock, { dueAt: row.legalDueAt, still: BY_LAW })}${limitWords('承诺办结时限', row.promisedClock, { dueAt: row.promisedDueAt, still })}依法不计入时限的时间除外。`,
    ),
    ...(owed.length === 0 ? [] : [paragraph(`以下材料容缺后补，请${until}补齐：${owed.join('、')}。`)]),
    materials(row.papers),
  ];
}

const badFaith = (row: CaseFile): readonly Block[] => badFaithWords(row).map((words) => paragraph(words));

const BODIES: Readonly<Record<PaperKind, (served: Served) => readonly Block[]>> = {
  receipt,
  correction,
  acceptance,
  'tolerance-promise': ({ row }) => promiseWords(row).map((words) => paragraph(words)),
  'commitment-promise': ({ row, commitment }) =>
    commitmentWords(row, commitment).map((words) => paragraph(words)),
  'tolerance-notice': ({ row }) => toleranceWords(row).map((words) => paragraph(words)),
  extension: ({ row }) => extensionWords(row).map((words) => paragraph(words)),
  'special-procedure': ({ row, special }) => specialWords(row, special).map((words) => paragraph(words)),
  'hearing-right': ({ row, hearing }) =>
    hearingRightWords(row, hearing?.told, hearing?.within ?? 0).map((words) => paragraph(words)),
  'hearing-notice': ({ row, hearing }) =>
    hearingNoticeWords(row, hearing?.told).map((words) => paragraph(words)),
  decline: ({ row }) => [
    paragraph(`你（单位）申请的「${row.itemName}」，决定不予受理。`),
    ...declineWords(row).map((words) => paragraph(words)),
    paragraph(`理由：${row.reason ?? ''}`),
    ...badFaith(row),
    paragraph(REMEDIES),
  ],
  grant: ({ row }) => [
    paragraph(`你（单位）申请的「${row.itemName}」，经审查符合法定条件、标准，决定准予。`),
    ...heardWords(row).map((words) => paragraph(words)),
    ...(row.reason === null ? [] : [paragraph(row.reason)]),
    ...(row.resultNumber === null ? [] : [paragraph(`结果文书号：${row.resultNumber}`)]),
    ...(row.validUntil === null ? [] : [paragraph(`有效期至：${formatDay(row.validUntil)}`)]),
  ],
  'deemed-renewal': ({ row }) => renewalWords(row).map((words) => paragraph(words)),
  refusal: ({ row }) => [
    paragraph(`你（单位）申请的「${row.itemName}」，经审查决定不予准许。`),
    ...heardWords(row).map((words) => paragraph(words)),
    paragraph(`理由和依据：${row.reason ?? ''}`),
    ...badFaith(row),
    paragraph(REMEDIES),
  ],
  'decision-correction': ({ row, correction: made }) =>
    correctionWords(row, made).map((words) => paragraph(words)),
  suspension: ({ row }) => suspensionWords(row).map((words) => paragraph(words)),
  termination: ({ row }) => [...terminationWords(row), REMEDIES].map((words) => paragraph(words)),
  revocation: ({ row }) =>
    [...revocationWords(row), ...badFaithWords(row), REMEDIES].map((words) => paragraph(words)),
};

/** A notice of a case as it is handed out: number, to whom, what was done and until when, from whom, where the seal goes. */
export function casePaper(served: Served): Paper {
  const { kind, row, at, applicantName, nameOf, site } = served;
  return {
    title: titleOf(kind, row),
    subtitle: `编号：${row.number}-${KINDS[kind].sign}`,
    blocks: [
      paragraph(`${applicantName}：`, { indent: false }),
      ...BODIES[kind](served),
      paragraph(nameOf(row.department), { align: 'right' }),
      paragraph(formatDay(dayOf(at)), { align: 'right' }),
      paragraph(`（${KINDS[kind].seal}）`, { align: 'right' }),
      ...(site === undefined
        ? []
        : [qr(`${site}/cases?number=${row.number}`, `办件编号：${row.number}　扫码查询办理进度`)]),
      note(`办理时间：${formatChinese(at)}。本文书一式两份，申请人和受理窗口各执一份。`),
    ],
  };
}
