import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { importCases, previewCases } from './import-cases.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall('2020-07-01T09:00+08:00');
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const HEAD =
  '办件编号,事项编码,事项名称,审批部门,申请人,联系电话,申请时间,受理时间,决定时间,办结时间,审批结果,证照编号';
const file = (...lines: readonly string[]) => ({
  name: '办件.csv',
  bytes: new TextEncoder().encode([HEAD, ...lines].join('\n')),
});
const read = (...lines: readonly string[]) =>
  importCases(hall.app, file(...lines), { system: '省不动产平台' });
const rowOf = async (id: string) =>
  (
    await hall.app.query(`select *, applicant_name ->> 'mask' as name from case_file where source_id = $1`, [
      id,
    ])
  )[0]!;

// Accepted on Monday 11 May: ten working days by promise end on the 25th, twenty by law on 8 June.
const KEPT =
  'B1,QS-01,,区水利局,甲某,13800001234,2020-05-11 09:00,2020-05-11 10:00,2020-05-25 16:00,2020-05-26,核准,湘水〔2020〕1号';
const LATE = 'B2,,取水许可,,乙某,138****1234,2020-05-11,2020-05-11,2020-05-26,,准予,';
const OPEN = 'B3,QS-01,,,丙某,,2020-06-28,2020-06-29,,,,';

describe('a case of another system', () => {
  test('comes in once by its number, clocked by the limits of our item; the applicant is sealed', async () => {
    expect(await read(KEPT, LATE, OPEN)).toEqual({ imported: 3, changed: 0, unchanged: 0, broken: [] });
    const kept = await rowOf('B1');
    expect(kept).toMatchObject({
      state: 'elsewhere',
      is_elsewhere: true,
      source_system: '省不动产平台',
      channel: 'elsewhere',
      place: DISTRICT,
      department: hall.unit('区水利局'),
      name: '甲*',
      promised_due_at: '2020-05-25T09:00:00.000Z',
      is_on_time: true,
      is_promise_kept: true,
      working_days_used: 10,
      outcome: 'granted',
      // A day alone is the first moment of it at which this can have happened.
      completed_at: '2020-05-25T16:00:00.000Z',
    });
    expect(kept['applicant_name']).not.toMatchObject({ sealed: expect.stringContaining('甲') as string });
    expect(await rowOf('B2')).toMatchObject({ is_on_time: true, is_promise_kept: false, phone: null });
    expect(await rowOf('B3')).toMatchObject({ decided_at: null, is_on_time: null });
  });

  test('read again it is the same; told differently it is updated, and the ledger has both', async () => {
    expect(await read(KEPT, LATE, OPEN)).toMatchObject({ imported: 0, changed: 0, unchanged: 3 });
    const decided = 'B3,QS-01,,,丙某,,2020-06-28,2020-06-29,2020-06-30,,不予,';
    const preview = await previewCases(hall.app, file(KEPT, decided), { system: '省不动产平台' });
    expect(preview).toMatchObject({ new: [], unchanged: [{ code: 'B1' }], broken: [] });
    expect(preview.changed[0]!.differences.map(({ title }) => title)).toEqual(['决定时间', '办理结果']);
    expect(await rowOf('B3')).toMatchObject({ outcome: null });
    expect(await read(decided)).toMatchObject({ imported: 0, changed: 1 });
    expect(await rowOf('B3')).toMatchObject({ outcome: 'refused', working_days_used: 1 });
    const [ledger] = await hall.app.query('select count(*)::int as n from ledger_entry where subject = $1', [
      (await rowOf('B3'))['id'],
    ]);
    expect(ledger).toEqual({ n: 2 });
  });

  test('the same name under another number is another case; a phone that changed is seen by its digest', async () => {
    expect(await read(KEPT.replace('13800001234', '13800005678'))).toMatchObject({ changed: 1 });
    expect(await read(KEPT.replace('13800001234', '13800005678'))).toMatchObject({ unchanged: 1 });
  });

  test('contradictory dates and outcomes are refused row by row, in Chinese, at the file’s own headings', async () => {
    const { imported, broken } = await read(
      'C1,QS-01,,,甲,,2020-05-11,2020-05-10,,,,',
      'C2,QS-01,,,甲,,2020-05-11,2020-05-12,2020-05-13,,,',
      'C3,QS-01,,,甲,,2020-05-11,,2020-05-13,,准予,',
      'C4,QS-01,,,甲,,2020-05-11,,2020-05-13,2020-05-12,不予受理,',
      'C5,QS-01,,,甲,,2020-08-11,,,,,',
      'C6,QS-01,,,甲,,昨天,,,,通了,',
      'C7,,没有的事项,没有的局,甲,,2020-05-11,,,,,',
      'C8,QS-99,,,甲,,2020-05-11,,,,,',
      'C9,QS-01,,,甲,,2020-05-11,,,,,',
      'C9,QS-01,,,甲,,2020-05-11,,,,,',
    );
    expect(imported).toBe(1);
    expect(broken.map(({ row, field, why }) => `${row} ${field}：${why}`)).toEqual([
      '2 受理时间：受理早于收件',
      '3 审批结果：有决定时间，却没有办理结果',
      '4 受理时间：已作决定，却没有受理时间',
      '5 办结时间：送达早于决定或终结',
      '5 办结时间：没有准予或不予的决定，却已送达',
      '6 申请时间：收件时间晚于现在',
      '7 审批结果：不认得“通了”，应为准予、不予、不予受理、申请人撤回、终止办理',
      '7 申请时间：不是时间：昨天',
      '8 事项名称：目录中没有事项“没有的事项”',
      '8 审批部门：机构名录中没有“没有的局”',
      '9 事项编码：没有这个事项，或它还没有发布',
      '11 办件编号：与第 10 行编号相同',
    ]);
  });

  test('JSON may say it as the action does: our own codes, the id of a unit, the applicant as an object', async () => {
    // Of another year: the figures below are of 2020.
    const told = {
      sourceId: 'J-1',
      item: 'QS-01',
      department: hall.unit('区水利局'),
      applicant: { kind: 'person', name: '王小明', phone: '13900004321' },
      receivedAt: '2019-05-11T09:00:00+08:00',
      acceptedAt: '2019-05-11T09:30:00+08:00',
      decidedAt: '2019-05-13T10:00:00+08:00',
      outcome: 'granted',
    };
    const bytes = new TextEncoder().encode(JSON.stringify([told]));
    const json = { name: 'x.json', bytes };
    expect(await importCases(hall.app, json, { system: '省不动产平台' })).toMatchObject({
      imported: 1,
      broken: [],
    });
    const [row] = await hall.app.query(
      "select outcome, applicant_kind as kind from case_file where source_id = 'J-1'",
      [],
    );
    expect(row).toEqual({ outcome: 'granted', kind: 'person' });
  });

  test('a preview finds broken what the import does: a number that cannot be, a department that does not decide it', async () => {
    const rows = [
      '办件编号,事项编码,审批部门,申请人,证件号码,申请时间',
      'E1,QS-01,,甲,11010518491231008X,2020-05-11',
      'E2,QS-01,,甲,110105184912310021,2020-05-11',
      'E3,QS-01,区教育局,甲,,2020-05-11',
    ];
    const told = { name: '办件.csv', bytes: new TextEncoder().encode(rows.join('\n')) };
    const preview = await previewCases(hall.app, told, { system: '省不动产平台' });
    const done = await importCases(hall.app, told, { system: '省不动产平台' });
    expect(preview.new.map(({ code }) => code)).toEqual(['E1']);
    expect(done).toMatchObject({ imported: 1, broken: preview.broken });
    expect(preview.broken.map(({ row, field }) => `${row} ${field}`)).toEqual(['3 证件号码', '4 审批部门']);
  });

  test('a file that is none, or has no number, is refused; strict lands nothing while a row is broken', async () => {
    const bytes = new TextEncoder().encode('甲,乙\n1,2');
    await expect(importCases(hall.app, { name: 'x.csv', bytes })).rejects.toMatchObject({
      code: 'cases.unreadable',
      facts: { why: '没有“来源编号”“收件时间”列' },
    });
    const sound = 'D1,QS-01,,,甲,,2020-05-11,,,,,';
    const strict = await importCases(hall.app, file(sound, 'D2,QS-01,,,,,2020-05-11,,,,,'), {
      system: '省不动产平台',
      isStrict: true,
    });
    expect(strict).toMatchObject({ imported: 0, broken: [{ row: 3, field: '申请人' }] });
  });

  test('none of our own actions moves it, and nobody registers it twice', async () => {
    const { id } = (await rowOf('B2')) as { id: string };
    await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    const importer = someone('导入员', ['cases.importer', DISTRICT]);
    const told = {
      sourceSystem: '省不动产平台',
      sourceId: 'B2',
      item: 'QS-01',
      applicant: { name: '乙某' },
      receivedAt: '2020-05-11T01:00:00.000Z',
    };
    await expect(hall.act(importer, 'case-file.record-elsewhere', told)).rejects.toMatchObject({
      code: 'cases.elsewhere-known',
    });
    await expect(
      hall.act(importer, 'case-file.update-elsewhere', { ...told, sourceId: 'B9' }, id),
    ).rejects.toMatchObject({ code: 'cases.elsewhere-other' });
  });

  test('one number is one case, in whatever width and case it is typed', async () => {
    const again = (id: string) => `${id}${LATE.slice(2)}`;
    expect(await read(again('b2'), again('Ｂ２'))).toMatchObject({
      imported: 0,
      changed: 0,
      unchanged: 1,
      broken: [{ row: 3, why: '与第 2 行编号相同' }],
    });
    const importer = someone('导入员', ['cases.importer', DISTRICT]);
    const told = {
      sourceSystem: '省不动产平台',
      sourceId: 'ｂ2',
      item: 'QS-01',
      applicant: { name: '乙某' },
      receivedAt: '2020-05-11T01:00:00.000Z',
    };
    await expect(hall.act(importer, 'case-file.record-elsewhere', told)).rejects.toMatchObject({
      code: 'cases.elsewhere-known',
    });
    // Told otherwise under another writing it is the same case, under the number it first came by.
    expect(await read(again('b2').replace('准予', '不予'))).toMatchObject({ imported: 0, changed: 1 });
    expect(await rowOf('B2')).toMatchObject({ outcome: 'refused' });
    expect(await read(LATE)).toMatchObject({ imported: 0, changed: 1 });
  });

  test('counted apart: its own figures, and none among ours', async () => {
    await foldAll(hall.app);
    const figures = new Map(
      (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
    );
    const said = (name: string) => figures.get(`cases.${name}`);
    // B1, B2, B3 and C9 came; the first three were decided, B2 alone after its promise.
    expect(
      ['elsewhere', 'elsewhere-decided', 'elsewhere-on-time', 'elsewhere-promise-kept'].map(said),
    ).toEqual(['5', '3', '3', '2']);
    expect(['received', 'accepted', 'decided'].map(said)).toEqual(['0', '0', '0']);
  });
});
