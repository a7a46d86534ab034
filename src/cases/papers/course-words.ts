import { formatAmount } from '#calendar/index.ts';
import type { Commitment } from '#catalogue/index.ts';
import { dayOf, formatChinese, formatDay, type Day } from '#lib/time.ts';
import type { DecisionCorrection } from '../after/decision-correction.ts';
import { BAD_FAITH, isFalsehood } from '../bar/words.ts';
import type { CaseFile } from '../file/case-file.ts';
import { namesIn } from '../file/paper.ts';
import type { SpecialProcedure } from '../special/special-procedure.ts';
import { DECLINE_GROUNDS, SPECIAL_PROCEDURES } from '../words.ts';
import { lastDay } from './last-day.ts';

/** What the applicant is told of a special procedure. */
export type ToldProcedure = Pick<
  SpecialProcedure,
  'kind' | 'name' | 'reason' | 'noticeNumber' | 'estimatedDays'
>;
const applied = ({ itemName }: CaseFile): string => `你（单位）申请的「${itemName}」`;
const owedOf = ({ papers }: CaseFile): string =>
  [...namesIn(papers, 'outstanding'), ...namesIn(papers, 'missing')].join('、');

/** Of a promise signed on line, or of which the sheet lies with the case. */
const signedWords = ({ tolerancePromise: signed }: CaseFile): readonly string[] =>
  signed === null ? [] : [`${formatChinese(signed.at)}${signed.sheet === null ? '在网上' : '在窗口'}签署。`];

/** 容缺受理承诺书: said by the applicant, signed before the case is accepted. */
export const promiseWords = (row: CaseFile): readonly string[] => [
  `申请办理「${row.itemName}」，主要材料已经提交，下列材料暂缺，申请容缺受理：${owedOf(row)}。`,
  row.outstandingDueAt === null
    ? '承诺在容缺受理告知书载明的期限内补齐。'
    : `承诺最迟于${lastDay(row.outstandingDueAt)}补齐。`,
  '承诺已经提交的材料真实有效；逾期未补齐或者补交的材料不符合要求的，同意终止办理，并承担相应的后果。',
  ...signedWords(row),
];

/** 容缺受理告知书: what is owed, until when, and what follows otherwise. */
export const toleranceWords = (row: CaseFile): readonly string[] => {
  const owed = owedOf(row);
  const until = row.outstandingDueAt === null ? '' : `最迟于${lastDay(row.outstandingDueAt)}`;
  return [
    `${applied(row)}，主要材料齐全，予以容缺受理。`,
    `请${until}补齐以下材料：${owed}。`,
    '材料补齐前不作出决定；逾期未补齐的，终止办理，并按规定记录。',
  ];
};

/** 延长审批期限告知书 (行政许可法 42): how much longer, why, until when. */
export const extensionWords = (row: CaseFile): readonly string[] => {
  const clock = row.legalClock;
  const extension = clock?.extensions.findLast(({ approvedAt }) => approvedAt !== null);
  const length = extension === undefined ? '' : formatAmount(extension.amount, clock!.limit.unit);
  return [
    `${applied(row)}，不能在法定期限内作出决定，经本行政机关负责人批准，延长${length}。`,
    `延长的理由：${extension?.reason ?? ''}`,
    ...(row.legalDueAt === null ? [] : [`延长后的法定期限至${lastDay(row.legalDueAt)}。`]),
    ...(row.extensionNotice === null ? [] : [`告知书文号：${row.extensionNotice}`]),
  ];
};

/** 告知承诺书 (国办发〔2020〕42号): what the office tells, and what the applicant promises instead of the papers. */
export function commitmentWords(row: CaseFile, told: Commitment | undefined): readonly string[] {
  const text = row.promise ?? told?.text ?? '';
  const replaced = [
    ...namesIn(row.papers, 'promised'),
    ...(row.promise === null ? (told?.replaces ?? []) : []),
  ];
  return [
    `告知：申请办理「${row.itemName}」，下列证明可以用书面承诺代替，不再索要：${replaced.join('、') || '承诺书所列的证明'}。`,
    ...(told === undefined || told.exclusions.length === 0
      ? []
      : [`有下列情形的不适用告知承诺：${told.exclusions.join('；')}。`]),
    `作出决定后${told?.checkWithin === undefined || told.checkWithin === null ? '' : `${told.checkWithin}个工作日内`}对承诺进行核查；承诺不实的，终止办理、责令限期整改或者撤销决定，并记入信用记录，修复前不再适用告知承诺。`,
    `承诺：${text}`,
    '已经知晓告知的全部内容，承诺真实、自愿，愿意承担承诺不实的责任。',
    ...(row.commitmentSigned === null
      ? []
      : [
          `${formatChinese(row.commitmentSigned.at)}${row.commitmentSigned.sheet === null ? '在网上' : '在窗口'}签署。`,
        ]),
  ];
}

/** 特别程序所需时间告知书 (行政许可法 45): what is held, why, how long it takes, and that the limit does not run. */
export function specialWords(row: CaseFile, all: readonly ToldProcedure[]): readonly string[] {
  if (all.length === 0) return [`${applied(row)}，依法进行特别程序。`];
  return all.flatMap((told) => oneSpecial(row, told));
}
function oneSpecial(row: CaseFile, told: ToldProcedure): readonly string[] {
  const title = `${SPECIAL_PROCEDURES[told.kind]}${told.name === null ? '' : `（${told.name}）`}`;
  return [
    `${applied(row)}，依法需要进行${title}，预计需要${told.estimatedDays}个工作日。`,
    `理由和依据：${told.reason}`,
    '所需时间不计入审批期限；程序结束后，期限继续计算。',
    `告知书文号：${told.noticeNumber}`,
  ];
}

const LAW = '《中华人民共和国行政许可法》';

/** By what a case ends without a decision; another ground stands in the reason itself. */
function groundWords({ outcome, correctBy, isLicence }: CaseFile): readonly string[] {
  if (outcome === 'not-corrected') {
    const until = correctBy === null ? '' : `（${formatDay(correctBy)}前）`;
    const law = isLicence ? `${LAW}第三十二条规定的` : '';
    return [`依据：${law}一次性告知后，在告知的期限内${until}没有补正，申请不符合受理条件。`];
  }
  if (outcome === 'not-supplied') return ['依据：容缺受理告知书和申请人的容缺受理承诺，材料未在期限内补齐。'];
  if (outcome === 'false-promise') return ['依据：告知承诺书和国办发〔2020〕42号，承诺内容不实。'];
  return [];
}
/** 不予受理: on which ground of article 32, and where to apply instead. */
export function declineWords({ declinedGround: ground, competentBody }: CaseFile): readonly string[] {
  if (ground === null) return [];
  const where = competentBody === null ? '' : `，请向${competentBody}申请`;
  return [`情形：${DECLINE_GROUNDS[ground]}${where}。`];
}

/** 中止办理通知书: on what ground and basis, until when or until what, and what stands still meanwhile. */
export function suspensionWords(row: CaseFile): readonly string[] {
  const { halt } = row;
  if (halt === null) return [];
  const until = [
    ...(halt.until === null ? [] : [`预计于${formatDay(halt.until)}恢复办理`]),
    ...(halt.condition === null ? [] : [`出现下列情况即恢复办理：${halt.condition}`]),
  ].join('；');
  return [
    `${applied(row)}，因${halt.ground}，决定中止办理。${until}。`,
    `理由：${halt.reason}`,
    `依据：${halt.basis}`,
    '中止期间承诺办结时限暂停计算；恢复办理时另行告知。',
    `告知书文号：${halt.noticeNumber}`,
  ];
}

/** What a correction of a decision changed: as it stood, and as it stands. */
export type Corrected = Pick<
  DecisionCorrection,
  | 'reason'
  | 'keepsBefore'
  | 'resultNumber'
  | 'numberBefore'
  | 'validUntil'
  | 'validUntilBefore'
  | 'decisionText'
  | 'textBefore'
>;
const dated = (on: Day | null): string => (on === null ? '' : formatDay(on));
/** 决定更正书: a slip in what a decision says, never in what it decides. */
export function correctionWords(row: CaseFile, made: Corrected | undefined): readonly string[] {
  if (made === undefined) return [];
  const line = (what: string, was: string | null, is: string): string =>
    was === null || was === '' ? `${what}更正为「${is}」。` : `${what}由「${was}」更正为「${is}」。`;
  return [
    `${applied(row)}，本机关${row.decidedAt === null ? '' : formatDay(dayOf(row.decidedAt))}作出的决定有差错，更正如下：`,
    ...(made.resultNumber === null ? [] : [line('结果文书号', made.numberBefore, made.resultNumber)]),
    ...(made.validUntil === null
      ? []
      : [line('有效期', dated(made.validUntilBefore), dated(made.validUntil))]),
    ...(made.decisionText === null ? [] : [line('决定文字', made.textBefore, made.decisionText)]),
    `更正理由：${made.reason}`,
    '决定的其他内容不变。本更正书与原决定书一并有效。',
  ];
}

/** 终止办理通知书: why, on what ground, and that one may apply again. */
export const terminationWords = (row: CaseFile): readonly string[] => [
  `${applied(row)}，决定终止办理。`,
  `理由：${row.reason ?? ''}`,
  ...groundWords(row),
  '终止办理后，可以重新提出申请；已经提交的材料可以取回。',
];

/** 撤销决定书 (行政许可法 69): what falls, why, by which article, and whose interests are protected. */
export const revocationWords = (row: CaseFile): readonly string[] => {
  const basis = row.revokedBasis ?? '';
  const isNamed = !row.isLicence || basis.includes('六十九');
  const number = row.resultNumber === null ? '' : `（结果文书号：${row.resultNumber}）`;
  const on = row.decidedAt === null ? '' : formatDay(dayOf(row.decidedAt));
  const granted = row.deemedRenewedAt === null ? `本机关${on}作出的准予决定` : `${on}依法视为准予的延续`;
  return [
    `${applied(row)}，${granted}${number}，决定予以撤销，自撤销之日起失效，请交回结果文书。`,
    `理由：${row.revokedBecause ?? ''}`,
    `依据：${[basis, ...(isNamed ? [] : [`${LAW}第六十九条`])].filter((each) => each !== '').join('、')}`,
    ...(row.isLicence
      ? [
          `合法权益因撤销受到损害的，可以依照${LAW}第六十九条要求赔偿；以欺骗、贿赂等不正当手段取得的，基于该许可取得的利益不受保护。`,
        ]
      : []),
  ];
};

/** 视为准予延续: what was asked in time and not decided before the end (行政许可法 50). */
export const renewalWords = ({
  itemName,
  renewalEndsOn,
  validUntil,
  resultNumber,
}: CaseFile): readonly string[] => [
  `你（单位）在法定期限内申请延续「${itemName}」，原有效期至${renewalEndsOn === null ? '' : formatDay(renewalEndsOn)}，届满前没有作出是否准予延续的决定。`,
  `依照《中华人民共和国行政许可法》第五十条，视为准予延续${validUntil === null ? '' : `，有效期至${formatDay(validUntil)}`}。`,
  resultNumber === null ? '延续后的证照、文书将依法制作并送达。' : `结果文书号：${resultNumber}`,
];

/** What bad faith costs (行政许可法 78, 79): a warning or a fine, and until when the licence may not be applied for again. */
export function badFaithWords({ badFaith, barredUntil, isLicence }: CaseFile): readonly string[] {
  if (badFaith === null || !isLicence) return [];
  const [article, penalty] = isFalsehood(badFaith)
    ? (['七十八', '给予警告'] as const)
    : (['七十九', '依法给予行政处罚'] as const);
  const bar = barredUntil === null ? '' : `；至${formatDay(barredUntil)}（含当日）不得再次申请该行政许可`;
  return [`经查明，申请人${BAD_FAITH[badFaith]}。依照${LAW}第${article}条，${penalty}${bar}。`];
}
