import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dismissChildren } from '#documents/index.ts';
import { Refusal } from '#lib/refusal.ts';
import { openBureau, REGION, type Bureau } from '../testing/bureau.ts';
import { serving, type Serving } from '../testing/serving.ts';

/** A short report with a table that does not add up by `off`, and a score that its rule does not give. */
const report = (total: string, years = '2021年'): string => `区城市管理局${years}度部门整体支出绩效自评报告

年度支出情况（万元）
机构名称\t支出合计\t基本支出\t项目支出
局机关\t${total}\t100.50\t200.50

部门整体支出绩效评价评分表
一级指标\t二级指标\t三级指标\t评分标准\t分值\t自评得分\t扣分原因
过程\t资产管理\t固定资产利用率\t固定资产利用率≥100%，得3分；每低于1个百分点扣0.1分，扣完为止。\t3\t3\t
过程\t预算管理\t政府采购执行率\t等于100%的，得3分；每减少1个百分点扣0.2分，扣完为止。\t3\t2\t未全部执行
过程\t预算管理\t公务卡刷卡率\t达50%以上的，得3分；每减少1个百分点扣0.2分，扣完为止。\t3\t3\t
总分\t\t\t\t9\t8\t
`;
const content = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

let bureau: Bureau;
let site: Serving;
let id = '';
beforeAll(async () => {
  bureau = await openBureau();
  site = await serving(bureau);
});
afterAll(async () => {
  await site.close();
  await bureau.close();
  dismissChildren();
});
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'was not refused',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : Promise.reject(fault as Error)),
  );

describe('a report on its way through the finance office', () => {
  test('it is read and audited on receipt; unit, year and term follow', async () => {
    const input = { region: REGION, fileName: '城管局.txt', content: content(report('320.00')) };
    const { row } = await bureau.act(bureau.people.reviewer, 'received-report.receive', input);
    ({ id } = row);
    // 1 March 2021 was a Monday; twenty working days on is Monday, 29 March
    expect(row).toMatchObject({
      state: 'received',
      year: 2021,
      organisationName: '区城市管理局',
      dueOn: '2021-03-29',
    });
    const { body } = await site.get('reviewer', `/api/received-reports/${id}`);
    const findings = body['findings'] as readonly { kind: string; verdict: string; difference: string }[];
    // 320 − (100.5 + 200.5) = 19
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'sum', verdict: 'contradiction', difference: '19' }),
    );
    expect(body['daysLeft']).toBe(20);
  });

  test('the same unit and year is not received twice; what cannot be read is refused', async () => {
    const { reviewer, section } = bureau.people;
    const input = { region: REGION, fileName: '城管局.txt', content: content(report('320.00')) };
    expect(await refusal(bureau.act(reviewer, 'received-report.receive', input))).toBe('lib.duplicate');
    expect(await refusal(bureau.act(section, 'received-report.receive', input))).toBe('lib.missing-role');
    const bytes = { ...input, content: Buffer.from([0, 1, 2, 3, 255]).toString('base64') };
    expect(await refusal(bureau.act(reviewer, 'received-report.receive', bytes))).toMatch(/^documents\./);
  });

  test('a query letter lists what does not fit, with a term in working days', async () => {
    const { reviewer } = bureau.people;
    expect((await bureau.act(reviewer, 'received-report.query', { days: 5 }, id)).row.state).toBe('queried');
    const { body } = await site.get('reviewer', `/api/received-reports/${id}`);
    const [letter] = body['letters'] as readonly { id: string; text: string; dueOn: string }[];
    // Monday 1 March + 5 working days
    expect(letter!.dueOn).toBe('2021-03-08');
    expect(letter!.text).toMatch(/^区城市管理局：[\s\S]*矛盾[\s\S]*2021年3月8日前书面答复/);
  });

  test('a corrected version shows which question is gone; the same file again is refused', async () => {
    const { reviewer } = bureau.people;
    const fixed = { fileName: '城管局（更正）.txt', content: content(report('301.00')) };
    await bureau.act(reviewer, 'received-report.receive-version', fixed, id);
    expect(await refusal(bureau.act(reviewer, 'received-report.receive-version', fixed, id))).toBe(
      'performance.same-file',
    );
    const { body } = await site.get('reviewer', `/api/received-reports/${id}`);
    const changes = body['changes'] as {
      gone: readonly { kind: string; verdict: string }[];
      new: readonly unknown[];
    };
    expect(changes.gone).toContainEqual(expect.objectContaining({ kind: 'sum', verdict: 'contradiction' }));
    expect(changes.new).toEqual([]);
  });

  test('with the last letter answered the report is answered, then the letter is closed', async () => {
    const { reviewer } = bureau.people;
    const [letter] = await bureau.app.query('select id from query_letter where report = $1', [id]);
    const letterId = letter!['id'] as string;
    await bureau.act(reviewer, 'query-letter.answer', { answer: '合计数录入有误，已更正' }, letterId);
    const [row] = await bureau.app.query('select state from received_report where id = $1', [id]);
    expect(row!['state']).toBe('answered');
    const closed = await bureau.act(reviewer, 'query-letter.close', { verdict: '同意' }, letterId);
    expect(closed.row.state).toBe('closed');
  });

  test('opinion, spot re-score and the result for next year’s budget', async () => {
    const { reviewer, section } = bureau.people;
    await bureau.act(section, 'received-report.opine', { opinion: '数据已更正，资产利用率缺少依据' }, id);
    const path = '过程/资产管理/固定资产利用率';
    const beyond = { scores: [{ path, points: '4', reason: '无' }] };
    expect(await refusal(bureau.act(reviewer, 'received-report.rescore', beyond, id))).toBe(
      'performance.beyond-full',
    );
    const scores = [{ path, points: '2', reason: '未提供台账' }];
    const { row } = await bureau.act(reviewer, 'received-report.rescore', { scores }, id);
    expect(row).toMatchObject({ rescored: { total: '7', grade: '中' } }); // 2 + 2 + 3 of 9: 77.8 of 100
    const result = { result: 'reduce', note: '压减一般性项目' };
    const closed = await bureau.act(section, 'received-report.apply-result', result, id);
    expect(closed.row).toMatchObject({ state: 'closed', budgetResult: 'reduce' });
  });

  test('a report of another district’s bureau stays with the office: our writer sees neither it nor its letter', async () => {
    const { reviewer, all } = bureau.people;
    const foreign = {
      region: REGION,
      fileName: '云溪区.txt',
      content: content(report('320.00', '2019年')),
      unit: '云溪区行政审批服务局',
    };
    const { row } = await bureau.act(reviewer, 'received-report.receive', foreign);
    expect(row).toMatchObject({ organisation: null, organisationName: '云溪区行政审批服务局' });
    await bureau.act(reviewer, 'received-report.query', { days: 5 }, row.id);
    const [letter] = await bureau.app.query('select id from query_letter where report = $1', [row.id]);
    expect((await site.get('writer', '/api/query-letters')).body['items']).toEqual([]);
    const answer = bureau.act(all, 'query-letter.answer', { answer: '不是我单位' }, letter!['id'] as string);
    expect(await refusal(answer)).toMatch(/^lib\./);
    await bureau.app.query('delete from query_letter where report = $1', [row.id]);
    await bureau.app.query('delete from received_report where id = $1', [row.id]);
  });

  test('the list has the most major findings first, among equals the shortest term, closed ones last', async () => {
    const { reviewer } = bureau.people;
    const take = (unit: string, total: string, dueOn: string) =>
      bureau.act(reviewer, 'received-report.receive', {
        region: REGION,
        fileName: `${unit}.txt`,
        content: content(report(total)),
        unit,
        dueOn,
      });
    await take('区水利局', '301.00', '2021-03-20');
    await take('区教育局', '320.00', '2021-03-25');
    await take('区民政局', '320.00', '2021-03-05');
    const { body } = await site.get('section', '/api/received-reports');
    const items = body['items'] as readonly { organisationName: string; daysLeft: number | null }[];
    expect(items.map((each) => each.organisationName)).toEqual([
      '区民政局',
      '区教育局',
      '区水利局',
      '区城市管理局',
    ]);
    expect(items.map((each) => each.daysLeft)).toEqual([4, 18, 14, null]);
  });

  test('the list goes on where the page before ended, in the same order, and narrows by year, state and words', async () => {
    type Page = {
      readonly items: readonly { id: string; organisationName: string }[];
      readonly next: string | null;
    };
    const page = async (query: string): Promise<Page> =>
      (await site.get('section', `/api/received-reports?${query}`)).body as unknown as Page;
    const names = (items: Page['items']): readonly string[] => items.map((each) => each.organisationName);
    const first = await page('limit=2');
    expect(names(first.items)).toEqual(['区民政局', '区教育局']);
    expect(first.next).toBe(first.items[1]!.id);
    const second = await page(`limit=2&sort=urgency&after=${first.next}`);
    expect(names(second.items)).toEqual(['区水利局', '区城市管理局']);
    expect(second.next).toBeNull();
    const newest: string[] = [];
    for (let after = ''; newest.length < 9;) {
      const { items, next } = await page(`sort=newest&limit=1${after}`);
      newest.push(...names(items));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(newest.toSorted()).toEqual(['区城市管理局', '区教育局', '区民政局', '区水利局'].toSorted());
    expect(names((await page('state=closed')).items)).toEqual(['区城市管理局']);
    expect(names((await page(`q=${encodeURIComponent('教育')}`)).items)).toEqual(['区教育局']);
    expect((await page('q=%25')).items).toEqual([]);
    expect((await page('year=2019')).items).toEqual([]);
    expect((await site.get('section', '/api/received-reports?limit=0')).status).toBe(400);
    expect((await site.get('section', '/api/received-reports?after=x')).status).toBe(400);
  });

  test('of a dropped folder the sound files are taken, each broken one says why, and the original can be had back', async () => {
    const form = new FormData();
    form.append('file', new Blob([report('301.00', '2020年')]), '水利局2020.txt');
    form.append('file', new Blob([new Uint8Array([0, 1, 2])]), '坏文件.bin');
    const { status, body } = await site.post(
      'reviewer',
      `/api/received-reports/folder?region=${REGION}`,
      form,
    );
    expect(status).toBe(200);
    const [sound, broken] = body['items'] as readonly { id: string | null; why: string | null }[];
    expect([typeof sound!.id, sound!.why]).toEqual(['string', null]);
    expect([broken!.id, typeof broken!.why]).toEqual([null, 'string']);
    const { bytes } = await site.download('section', `/api/received-reports/${sound!.id}/file`);
    expect(Buffer.from(bytes).toString('utf8')).toBe(report('301.00', '2020年'));
  });

  test('a department sees letters to itself, never the office’s reports', async () => {
    expect((await site.get('writer', '/api/received-reports')).status).toBe(403);
    expect((await site.get('writer', '/api/query-letters')).body['items']).toEqual([]);
  });
});
