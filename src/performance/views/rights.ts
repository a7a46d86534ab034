import { Type } from 'typebox';

/** Whoever may see evaluations at all; each view narrows to the asker's scope itself. */
export const readers = {
  'performance.writer': 'organisation',
  'performance.checker': 'organisation',
  'performance.leader': 'organisation',
  'finance.reviewer': 'region',
  'finance.section': 'region',
} as const;

/** Which evaluation: a year, an id or a public number; with a year perhaps the organisation. */
export const which = {
  key: Type.String({ title: '年度、标识或编号', minLength: 4, maxLength: 60 }),
  organisation: Type.Optional(Type.String({ title: '单位', format: 'uuid' })),
};

/** The finance office and its sections, for what departments have handed in. */
export const offices = { 'finance.reviewer': 'region', 'finance.section': 'region' } as const;
