import { day, type Day } from '#lib/time.ts';
import type { CalendarDay, Notice } from './table.ts';

/*
 * The notices behind the days, 2004–2026. Days of publication are those of the government's site; null where
 * none was found. Numbers stand only where they were read.
 */
const PUBLISHED: readonly (readonly [year: number, publishedOn: string | null, number?: string])[] = [
  [2004, null],
  [2005, null],
  [2006, '2005-12-22'],
  [2007, '2006-12-18'],
  [2008, '2007-12-18'],
  [2009, '2008-12-10'],
  [2010, '2009-12-08'],
  [2011, '2010-12-10'],
  [2012, '2011-12-06'],
  [2013, '2012-12-10'],
  [2014, '2013-12-11'],
  [2015, '2014-12-16'],
  [2016, '2015-12-10'],
  [2017, '2016-12-01'],
  [2018, '2017-11-30'],
  [2019, '2018-12-06'],
  [2020, '2019-11-21'],
  [2021, '2020-11-25'],
  [2022, '2021-10-25'],
  [2023, '2022-12-08'],
  [2024, '2023-10-25'],
  [2025, '2024-11-12', '国办发明电〔2024〕12号'],
  [2026, '2025-11-04'],
];

/** A later notice, the days it arranged anew, and what the yearly notice had said of them where that was something. */
interface Change {
  readonly notice: Notice;
  readonly days: readonly string[];
  readonly before: readonly CalendarDay[];
}

const change = (
  id: string,
  publishedOn: string,
  rest: Pick<Notice, 'title' | 'number' | 'change'>,
): Notice => ({
  id,
  publishedOn: day(publishedOn),
  year: null,
  ...rest,
});

export const changes: readonly Change[] = [
  {
    notice: change('2015-victory-day', '2015-05-13', {
      title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
      number: null,
      change: '增设',
    }),
    days: ['2015-09-03', '2015-09-04', '2015-09-06'],
    before: [],
  },
  {
    notice: change('2019-labour-day', '2019-03-22', {
      title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
      number: null,
      change: '调整',
    }),
    days: ['2019-04-28', '2019-05-02', '2019-05-03', '2019-05-04', '2019-05-05'],
    before: [],
  },
  {
    notice: change('2020-extension', '2020-01-27', {
      title: '国务院办公厅关于延长2020年春节假期的通知',
      number: '国办发明电〔2020〕1号',
      change: '延长',
    }),
    days: ['2020-01-31', '2020-02-01', '2020-02-02'],
    before: [{ on: day('2020-02-01'), kind: 'make-up', name: '春节', notice: '2020' }],
  },
];

/** Days the source table lacks: the notice for 2006 had 31 December 2005 worked. */
export const missing: readonly CalendarDay[] = [
  { on: day('2005-12-31'), kind: 'make-up', name: '元旦', notice: '2006' },
];

const yearly = PUBLISHED.map(([year, publishedOn, number]): Notice => {
  const on: Day | null = publishedOn === null ? null : day(publishedOn);
  const title = `国务院办公厅关于${year}年部分节假日安排的通知`;
  return { id: String(year), title, number: number ?? null, publishedOn: on, year, change: null };
});

export const notices: readonly Notice[] = [...yearly, ...changes.map((each) => each.notice)];
