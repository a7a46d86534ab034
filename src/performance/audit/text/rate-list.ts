import { tight } from './fold.ts';
import type { Statement } from './statement.ts';

const JOINED = /^[和与及、]?$/;

/**
 * 通过率分别为68.9%、81.4%和95.6%: rates in a row are of as many things in their order, whose bases the sentence seldom
 * prints.
 */
export const isOfRateList = (rate: Statement, next: Statement | undefined): boolean =>
  rate.figure.unit.dimension === 'rate' &&
  (/分别(?:[为是达约至到]|[:：])*$/.test(tight(rate.subject)) ||
    (next !== undefined &&
      next.paragraph === rate.paragraph &&
      next.segment === rate.segment &&
      next.figure.unit.dimension === 'rate' &&
      (next.mark === '' || next.mark === '、') &&
      JOINED.test(tight(next.subject))));
