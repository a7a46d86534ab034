import { expect, test } from 'vitest';
import type { ActionShown, Row } from '#desk/api/program.ts';
import { initialOf } from './initial.ts';

const action = {
  input: {
    type: 'object',
    properties: {
      heldAt: { type: 'string', format: 'date-time' },
      site: { type: 'string' },
      presider: { type: 'string' },
      seal: { type: 'string', format: 'uuid', ref: 'approval-seal' },
      noticeNumber: { type: 'string', fromRow: false },
    },
  },
} as unknown as ActionShown;
const id = '01a20a9c-cfb5-73c0-a431-5aa743ac639e';
const row = {
  heldAt: '2026-12-08T01:30:00.000Z',
  site: '三楼会议室',
  presider: id,
  seal: id,
  noticeNumber: '君听告〔2026〕1号',
} as unknown as Row;

test('a form begins with what the record says: hours of this country, ids only where ids are asked for', () => {
  expect(initialOf(action, row)).toEqual({
    heldAt: '2026-12-08T09:30:00+08:00',
    site: '三楼会议室',
    seal: id,
  });
});
