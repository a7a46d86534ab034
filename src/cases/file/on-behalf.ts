import type { Paper } from './paper.ts';

/** 授权委托书, where the item has no name of its own for it. */
export const MANDATE_PAPER = '授权委托书';

/** Whether a paper of this name is the applicant's mandate to somebody, as items call it. Pure. */
export const isMandate = (name: string): boolean => name === '委托书' || name.endsWith(MANDATE_PAPER);

/**
 * 帮代办 — whoever applies for another shows the other's mandate (行政许可法 29): an item that has a paper for it asks for it
 * whatever was answered, any other asks for it besides; it may never follow later. Pure.
 */
export function withMandate(papers: readonly Paper[]): readonly Paper[] {
  const because = '由他人代办，须有申请人的授权委托';
  if (papers.some(({ name }) => isMandate(name)))
    return papers.map((each) =>
      isMandate(each.name) && each.state === 'waived'
        ? { ...each, isMain: true, state: 'missing', because }
        : each,
    );
  const mandate = { name: MANDATE_PAPER, isMain: true, copies: 1, at: null, document: null, because };
  return [...papers, { ...mandate, state: 'missing' }];
}
