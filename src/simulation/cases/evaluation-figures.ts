import type { FigureMeasure } from '#performance/index.ts';

const counted = (key: string, measure: string): FigureMeasure => ({ key, measure });

/** What the evaluation of the year says of cases, counted from the cases instead of copied from a report. */
export const caseFigures: readonly FigureMeasure[] = [
  counted('cases.window', 'cases.window-undifferentiated'),
  counted('cases.engineering', 'cases.window-engineering'),
  counted('cases.utilities', 'cases.window-utilities'),
  counted('cases.regionWide', 'cases.city-wide'),
  counted('cases.regionWideDistrict', 'cases.city-wide-district'),
  counted('cases.regionWideCity', 'cases.city-wide-city'),
  counted('catalogue.approvalSections', 'catalogue.approval-sections'),
  counted('catalogue.approvalSeals', 'catalogue.approval-seals'),
];
