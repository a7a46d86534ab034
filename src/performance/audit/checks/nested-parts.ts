import { sum } from '#lib/fraction.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';

/** 固定资产2980万元，在用固定资产2921万元: some of the one before. */
const SOME_OF = /^(?:实际)?(?:在用|闲置|出租|出借|当年|新增|新购|已)/;

/** Is one of the parts what others of them come to, or some of one of them? Then they are no list. */
export const areNested = (parts: readonly Statement[]): boolean =>
  parts.some((part, at) => isSomeOf(part, parts) || isSumBefore(part, parts.slice(0, at)));

function isSomeOf(part: Statement, parts: readonly Statement[]): boolean {
  const name = coreName(part.subject);
  const bare = name.replace(SOME_OF, '');
  return bare !== name && bare.length >= 2 && parts.some(({ subject }) => coreName(subject) === bare);
}

/** 非常满意8620条、满意1180条、基本满意150条，好评9950条. */
const isSumBefore = (part: Statement, before: readonly Statement[]): boolean =>
  before.length >= 2 &&
  tight(part.subject) !== '' &&
  sumCloseness(
    part.figure,
    before.map(({ figure }) => figure),
  ).verdict === 'consistent' &&
  sum(before.map(({ figure }) => figure.value)).num !== 0n;
