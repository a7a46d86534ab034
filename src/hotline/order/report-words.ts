/** Whoever reports another may not be known: so every word for it counts, in any writing, wherever an order comes from. */
const REPORT = /举报|舉報|检举|檢舉|揭发|揭發|控告|(?:^|[^a-z])report/i;

/** Whether words call something a report. */
export const isCalledReport = (words: string): boolean =>
  REPORT.test(words.normalize('NFKC').replace(/\s+/g, ''));
