import type { Finding, Place } from '../audit.ts';
import type { StatedPlace } from '../checks/places.ts';
import type { Reading } from '../reading.ts';
import type { Statement } from '../text/statement.ts';
import { evidenceOf } from './evidence.ts';
import { isAmountElsewhere, isPartOfAnother } from './amounts.ts';
import { isRateWithIncluded } from './included.ts';
import { areNoParts } from './no-list.ts';
import { isChangeElsewhere, isRateElsewhere, isRateOf, isStepInstead } from './rates.ts';
import { isCellElsewhere, isRateOfRow } from './cells.ts';
import {
  areOpposite,
  isMeanBesideCount,
  isOfAnotherClause,
  isOfUnlikeThings,
  isPairOfAnother,
  isRateOfAnotherClause,
  speaksOfAnother,
} from './words.ts';

/**
 * An accusation of the running text stands only where the reading that makes a figure false is the only sensible one. A
 * figure that others of its sentences bear out is not spoken of; one whose words name another thing is asked about.
 */
export function onlyReadings(findings: readonly Finding[], reading: Reading): readonly Finding[] {
  const paragraphs = new Map<number, Statement[]>();
  for (const each of reading.statements) {
    const known = paragraphs.get(each.paragraph);
    if (known) known.push(each);
    else paragraphs.set(each.paragraph, [each]);
  }
  let weighed = 0;
  return findings.flatMap((each) => {
    const stated = each.where.flatMap(({ statement }: StatedPlace) => statement ?? []);
    const [accused] = stated;
    const plain = { ...each, where: each.where.map(withoutStatement) };
    if (accused && each.verdict === 'rounding' && each.kind === 'rate')
      return isBorneOut(each, stated, {
        near: nearTo(accused, paragraphs.get(accused.paragraph) ?? []),
        reading,
      })
        ? []
        : [plain];
    if (!accused || !isRelation(each)) return [plain];
    if ((weighed += 1) > MOST_WEIGHED) return [asQuestion(plain)];
    const near = nearTo(accused, paragraphs.get(accused.paragraph) ?? []);
    if (isBorneOut(each, stated, { near, reading })) return [];
    if (each.kind === 'sum' && hasUnread(stated, reading)) return [];
    const evidence = evidenceOf(each.kind, stated);
    if (evidence === 'none') return [];
    const isOpen =
      evidence === 'near' ||
      speaksOfAnother(each.kind, stated, near) ||
      (each.kind === 'rate' && isOfUnlikeThings(stated));
    return isOpen || each.verdict === 'doubtful' ? [asQuestion(plain)] : [plain];
  });
}

/** 电话1935件、微信1208件、APP906件: a number of the list that could not be read belongs to its sum all the same. */
function hasUnread(stated: readonly Statement[], { paragraphs, statements }: Reading): boolean {
  const [accused] = stated as [Statement];
  const [from, to] = [
    Math.min(...stated.map(({ start }) => start)),
    Math.max(...stated.map(({ end }) => end)),
  ];
  if (stated.some(({ paragraph }) => paragraph !== accused.paragraph)) return false;
  const unit = accused.figure.unit.text;
  const text = paragraphs[accused.paragraph]?.text.slice(from, to) ?? '';
  const read = statements.filter(
    ({ paragraph, start }) => paragraph === accused.paragraph && start >= from && start < to,
  );
  const printed = [...text.matchAll(/\d[\d,.]*/g)].filter(({ index, 0: digits }) =>
    text.startsWith(unit, index + digits.length),
  );
  return unit !== '' && printed.length > read.filter(({ figure }) => figure.unit.text === unit).length;
}

// A report has a handful; what is not weighed is asked about.
const MOST_WEIGHED = 2500;

const withoutStatement = ({ line, place, text }: Place): Place => ({ line, place, text });

const RELATIONS: ReadonlySet<Finding['kind']> = new Set(['rate', 'growth', 'sum', 'order', 'integer']);
const isRelation = ({ verdict, kind }: Finding): boolean =>
  verdict === 'contradiction' || (verdict === 'doubtful' && RELATIONS.has(kind));

interface Around {
  readonly near: readonly Statement[];
  readonly reading: Reading;
}

function isBorneOut(
  { kind, verdict }: Finding,
  stated: readonly Statement[],
  { near, reading }: Around,
): boolean {
  const [accused] = stated as [Statement];
  if (kind === 'cross') return isCellElsewhere(accused, reading.tables) || isOfItsClause(accused, near);
  if (kind === 'sum') return isAmountElsewhere(stated, near) || areNoParts(stated, near, isRateOf);
  if (kind === 'order') return isPartOfAnother(stated, near);
  if (kind === 'integer') return isRateElsewhere(accused, ofSentence(accused, near));
  if (kind !== 'rate' && kind !== 'growth') return false;
  if (kind === 'growth' && areOpposite(stated)) return true;
  if (kind === 'growth' && (isMeanBesideCount(stated) || isOfAnotherClause(stated) || isStepInstead(stated)))
    return true;
  if (kind === 'rate' && (isRateOfAnotherClause(stated) || isPairOfAnother(stated, near, isRateOf)))
    return true;
  if (kind === 'rate' && isRateWithIncluded(stated, near, isRateOf)) return true;
  if (kind === 'rate' && verdict === 'doubtful' && isRateOfRow(accused, near, reading.tables)) return true;
  return accused.role === 'change' ? isChangeElsewhere(accused, near) : isRateElsewhere(accused, near);
}

/** 上年结转11件，受理286件，审结289件; （回访614件，满意589件）: what its sentence counts, with what the bracket behind it adds. */
const ofSentence = (accused: Statement, near: readonly Statement[]): readonly Statement[] =>
  near.filter(({ sentence, paragraph }) => sentence === accused.sentence && paragraph === accused.paragraph);

/** 城关镇受理1862件，其中物业类426件，办结421件，办结率98.83%: what its own clause counts is no row of a table. */
const isOfItsClause = (accused: Statement, near: readonly Statement[]): boolean =>
  accused.figure.unit.dimension === 'rate' &&
  isRateElsewhere(
    accused,
    near.filter(({ segment, start }) => segment === accused.segment && start < accused.start),
  );

const asQuestion = (each: Finding): Finding => ({
  ...each,
  verdict: 'doubtful',
  severity: 'minor',
  calc: /请说明/.test(each.calc) ? each.calc : `${each.calc}；请说明两数是否指同一事项`,
});

// No sentence has more figures; a paragraph of a thousand is a table.
const MOST = 32;

/** The nearest figures of the paragraph. */
function nearTo(accused: Statement, paragraph: readonly Statement[]): readonly Statement[] {
  const at = paragraph.indexOf(accused);
  return paragraph
    .slice(Math.max(0, at - MOST / 2), at + MOST / 2)
    .filter((other) => other !== accused && !other.figure.approximate);
}
