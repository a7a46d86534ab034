import type { NounShown, Row } from '#desk/api/program.ts';

/** Nouns that have a page of their own beside the generic ones. */
const OWN: Readonly<Record<string, { readonly list: string; readonly row: (id: string) => string }>> = {
  evaluation: { list: '/evaluations', row: (id) => `/evaluations/${id}/sheet` },
  framework: { list: '/records/frameworks', row: (id) => `/frameworks/${id}` },
  setting: { list: '/administration/settings', row: () => '/administration/settings' },
  'calendar-day': { list: '/administration/calendar', row: (id) => `/records/calendar-days/${id}` },
  'case-file': { list: '/records/cases', row: (id) => `/cases/${id}` },
  bundle: { list: '/records/bundles', row: (id) => `/cases/bundles/${id}` },
  'survey-unit': { list: '/records/survey-units', row: (id) => `/cases/visits/${id}` },
  'work-order': { list: '/records/work-orders', row: (id) => `/hotline/orders/${id}` },
  'call-back-draw': { list: '/records/call-back-draws', row: (id) => `/hotline/draws/${id}` },
  'received-report': { list: '/received', row: (id) => `/received/${id}` },
};

/** What the page is called, where that is not the noun. */
export const pageTitle = (noun: Pick<NounShown, 'name' | 'title'>): string =>
  noun.name === 'calendar-day' ? '工作日历' : noun.title;
export const listPage = (noun: Pick<NounShown, 'name' | 'path'>): string =>
  OWN[noun.name]?.list ?? `/records/${noun.path}`;
export const rowPage = (noun: Pick<NounShown, 'name' | 'path'>, row: Pick<Row, 'id'>): string =>
  OWN[noun.name]?.row(row.id) ?? `/records/${noun.path}/${row.id}`;
