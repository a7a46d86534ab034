import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { countMeasure } from '#ledger/index.ts';
import { day } from '#lib/time.ts';
import { recordedWithoutLimit } from '../figures/received.ts';
import { dueOrders, late, onTime } from '../figures/due.ts';
import { hotlineOffice, type HotlineOffice } from '../testing/office.ts';
import { importOrders } from './import-file.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice('2020-06-01T09:00+08:00');
});
afterAll(() => office.close());

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, more: { readonly name?: string; readonly isStrict?: boolean } = {}) =>
  importOrders(office.app, { name: more.name ?? '工单.csv', bytes: bytesOf(text) }, more);
const HEAD =
  '工单编号,来源,类型,主题,区划,标题,内容,来电人,电话,登记时间,承办单位,期限,答复,答复时间,办结时间,满意度';
const sheet = (...lines: readonly string[]): string => [HEAD, ...lines].join('\n');
const orderOf = async (id: string) =>
  (
    await office.app.query(
      `select o.*, u.name as unit, o.caller_phone ->> 'mask' as phone from work_order o
         left join organisation u on u.id = o.handler where source_id = $1`,
      [id],
    )
  )[0];

describe('a table of another platform', () => {
  test('is read by its headings; words become ours, foreign ones stay, what is left out is unknown', async () => {
    const done = await read(
      sheet(
        'T1,电话,求助,,君山区,路灯不亮,三天了,甲某,13800001234,2020-05-01 09:00,区水利局,2020-05-09 17:00,已修,2020-05-08 10:00,2020-05-08 11:00,满意',
        'T2,便民网格,,物业纠纷,某市某县,没有承办单位,,,,2020/5/2 9:30,,,,,,',
        'T3,市平台,咨询,,,怎么办证,,,138****1234,2020-05-03,新办的一个科,2020-05-06 17:00,去大厅,2020-05-07 9:00,2020-05-07 9:00,',
      ),
    );
    expect(done).toEqual({ imported: 3, changed: 0, unchanged: 0, broken: [] });
    expect(await orderOf('T1')).toMatchObject({
      state: 'closed',
      channel: 'phone',
      type: 'help',
      topic: '未知',
      place: '430611',
      unit: '区水利局',
      phone: '138****1234',
      is_recorded: true,
      is_on_time: true,
      call_back_result: 'satisfied',
    });
    expect(await orderOf('T2')).toMatchObject({
      state: 'registered',
      channel: '便民网格',
      type: '未知',
      topic: '物业纠纷',
      place: '某市某县',
      handler: null,
      closed_at: null,
    });
    expect(await orderOf('T3')).toMatchObject({
      channel: 'city',
      city_number: 'T3',
      is_from_city: true,
      is_on_time: false, // answered on the 7th, due on the 6th
      unit: '新办的一个科',
      caller_phone: null,
    });
  });

  test('counts as due only what stated its limit, on time by the times it stated', async () => {
    const year = { from: day('2020-01-01'), to: day('2020-12-31') };
    const counts = await Promise.all(
      [dueOrders, onTime, late, recordedWithoutLimit].map((each) => countMeasure(office.app, each, year)),
    );
    expect(counts.map(({ numerator }) => numerator)).toEqual([2n, 1n, 1n, 1n]);
  });

  test('read again it changes nothing; a row that says something else is changed, once', async () => {
    const line = (title: string) =>
      sheet(`R1,电话,求助,,君山区,${title},三天了,乙某,13900001234,2020-05-01 09:00,,,,,,`);
    expect(await read(line('井盖松动'))).toMatchObject({ imported: 1 });
    expect(await read(line('井盖松动'))).toMatchObject({ imported: 0, changed: 0, unchanged: 1 });
    expect(await read(line('井盖丢了'))).toMatchObject({ imported: 0, changed: 1, unchanged: 0 });
    expect(await read(line('井盖丢了'))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await orderOf('R1')).toMatchObject({ title: '井盖丢了', version: 2, phone: '139****1234' });
  });

  test('a killed import is resumed by repeating it: what had landed stays, the rest lands', async () => {
    const line = (n: number) => `S${n},电话,求助,,君山区,第 ${n} 件,,,,2020-05-01 09:00,续办科,,,,,`;
    const lines = [1, 2, 3, 4, 5].map(line);
    expect(await read(sheet(...lines.slice(0, 2)))).toMatchObject({ imported: 2 });
    expect(await read(sheet(...lines))).toMatchObject({ imported: 3, unchanged: 2, broken: [] });
    const units = await office.app.query('select 1 from organisation where name = $1', ['续办科']);
    expect(units).toHaveLength(1);
  });

  test('what was taken further here is no longer the source’s to change', async () => {
    const line = (title: string) => sheet(`F1,电话,求助,,君山区,${title},三天了,,,2020-05-01 09:00,,,,,,`);
    await read(line('树倒了'));
    const order = await orderOf('F1');
    await office.act(
      office.dispatcher,
      'work-order.dispatch',
      { handler: office.unit('区水利局') },
      order!['id'] as string,
    );
    const done = await read(line('树又倒了'));
    expect(done.broken).toEqual([
      {
        row: 2,
        field: '工单编号',
        why: `工单 ${String(order!['number'])} 已在本系统继续办理，不再按来源更正`,
      },
    ]);
    expect(await orderOf('F1')).toMatchObject({ title: '树倒了', state: 'dispatched' });
  });

  test('举报 keeps who spoke in a row of its own, also when the source says so only later', async () => {
    const line = (type: string) =>
      sheet(`J1,电话,${type},,君山区,乱收费,,丙某,13700001234,2020-05-01 09:00,,,,,,`);
    await read(line('投诉'));
    expect(await orderOf('J1')).toMatchObject({ phone: '137****1234' });
    expect(await read(line('举报'))).toMatchObject({ changed: 1 });
    expect(await orderOf('J1')).toMatchObject({ phone: null, is_confidential: true });
    expect(await read(line('举报'))).toMatchObject({ unchanged: 1 });
    const kept = await office.app.query(
      `select phone ->> 'mask' as phone from protected_caller
        where order_id = (select id from work_order where source_id = $1)`,
      ['J1'],
    );
    expect(kept).toEqual([{ phone: '137****1234' }]);
  });
});

describe('broken rows', () => {
  const mixed = sheet(
    'B1,电话,求助,,君山区,好的,,,,2020-05-01 09:00,,,,,,',
    'B2,电话,求助,,君山区,,,,,2020-05-01 09:00,,,,,,',
    'B3,电话,求助,,君山区,时间,,,,2020-13-01,,,,,,说不清',
    'B4,电话,求助,,君山区,未来,,,,2020-06-02 09:00,,,,,,',
    'B5,电话,求助,,君山区,早答,,,,2020-05-02 09:00,,,,2020-05-01 09:00,,',
    'B1,电话,求助,,君山区,重复,,,,2020-05-01 09:00,,,,,,',
  );
  const broken = [
    { row: 3, field: '标题', why: '必填' },
    { row: 4, field: '登记时间', why: '不是时间：2020-13-01' },
    { row: 4, field: '满意度', why: '不认识的内容：说不清' },
    { row: 5, field: '登记时间', why: '晚于现在' },
    { row: 6, field: '答复时间', why: '早于登记时间' },
    { row: 7, field: '工单编号', why: '与第 2 行编号相同' },
  ];

  test('strict lands nothing when one is broken', async () => {
    expect(await read(mixed, { isStrict: true })).toEqual({ imported: 0, changed: 0, unchanged: 0, broken });
    expect(await orderOf('B1')).toBeUndefined();
  });

  test('each is listed at the source’s own heading, and the sound ones land', async () => {
    expect(await read(mixed)).toEqual({ imported: 1, changed: 0, unchanged: 0, broken });
  });

  test('contradictions are named at the field that holds them', async () => {
    const rows = [
      { 编号: 'W1', 标题: '漏水', 登记时间: '2020-03-05', 答复时间: '2020-03-09', 办结时间: '2020-03-06' },
      { 编号: 'W2', 标题: '漏水', 登记时间: '2020-03-05', 状态: '办理中', 办结时间: '2020-03-06' },
      { 编号: 'W3', 标题: '漏水', 登记时间: '2020-03-05', 满意度: '未接通', 是否解决: '是' },
    ];
    expect(await read(JSON.stringify(rows))).toEqual({
      imported: 0,
      changed: 0,
      unchanged: 0,
      broken: [
        { row: 1, field: '办结时间', why: '早于答复时间' },
        { row: 2, field: '状态', why: '有办结时间，却没有办结' },
        { row: 3, field: '是否解决', why: '回访未接通，不能确认已解决' },
      ],
    });
  });

  test('a state that tells of the outcome is held against the times, and one unit is in charge', async () => {
    const row = { 标题: '漏水', 登记时间: '2020-03-05', 期限: '2020-03-12', 答复时间: '2020-03-10' };
    const rows = [
      { 编号: 'ZT1', ...row, 状态: '超期办结' },
      { 编号: 'ZT2', ...row, 状态: '按期办结', 承办单位: '区 水利局' },
      { 编号: 'ZT3', ...row, 状态: '已办结', 承办单位: '区水利局、区民政局' },
      { 编号: 'ZT4', ...row, 期限: undefined, 状态: '超期办结' },
    ];
    expect(await read(JSON.stringify(rows))).toMatchObject({
      imported: 2,
      broken: [
        { row: 1, field: '状态', why: '按期限和答复时间应为按期' },
        { row: 3, field: '承办单位', why: '写了不止一个单位，请只填主办单位' },
      ],
    });
    expect(await orderOf('ZT4')).toMatchObject({ stated_outcome: '超期办结', is_on_time: null });
    const [unit] = await office.app.query(
      "select o.name from work_order w join organisation o on o.id = w.handler where w.source_id = 'ZT2'",
      [],
    );
    expect(unit).toEqual({ name: '区水利局' });
  });

  test.each([
    ['类别', '举报'],
    ['业务类型', '投诉举报'],
    ['诉求分类', '舉報'],
    ['要求保密', '是'],
    ['保密要求', '是'],
  ])('who asked to stay unknown does, whatever the heading: %s %s', async (heading, told) => {
    const id = `BM${heading}`;
    const row = {
      编号: id,
      标题: '欧阳明反映黑作坊',
      登记时间: '2020-03-05',
      来电人: '欧阳明',
      电话: '13900001234',
    };
    expect(await read(JSON.stringify([{ ...row, [heading]: told }]))).toMatchObject({
      imported: 1,
      broken: [],
    });
    expect(await orderOf(id)).toMatchObject({
      is_confidential: true,
      title: '某某反映黑作坊',
      caller_name: null,
    });
  });

  const named = { 标题: '欧阳明反映黑作坊', 登记时间: '2020-03-05', 来电人: '欧阳明', 电话: 13900001234 };
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['yes as JSON has it', { 诉求类型: '投诉', 是否保密: true }],
    ['a key of our own API', { type: 'complaint', isConfidential: true }],
    ['a second column that calls it a report', { 诉求类型: '投诉', 业务类型: '举报' }],
    ['several kinds in a list', { 诉求类型: ['投诉', '举报'] }],
    ['one of two columns says so', { 是否匿名: '否', 是否保密: '是' }],
  ])('who asked to stay unknown does: %s', async (what, told) => {
    const row = { 编号: `BM ${what}`, ...named, ...told };
    expect(await read(JSON.stringify([row]))).toMatchObject({ imported: 1, broken: [] });
    expect(await orderOf(row.编号)).toMatchObject({ is_confidential: true, caller_name: null });
  });

  test('no word of a report tells who made it, in no column and in no entry', async () => {
    const row = {
      编号: 'JB9',
      标题: '黑作坊',
      登记时间: '2020-03-05 10:00',
      诉求类型: '举报',
      来电人: '欧阳锋',
      电话: '13800001234',
      所在区划: '柳林洲街道欧阳锋家门口',
      诉求主题: '欧阳锋家附近',
      办结情况: '已电话告知欧阳锋（13800001234）',
    };
    expect(await read(JSON.stringify([row]))).toMatchObject({ imported: 1, broken: [] });
    const mine = (await orderOf('JB9'))!;
    expect(JSON.stringify(mine)).not.toMatch(/欧阳锋|13800001234/);
    expect(mine['stated_outcome']).toContain('已电话告知');
    const entries = await office.app.query('select * from ledger_entry where subject = $1', [mine['id']]);
    expect(JSON.stringify(entries)).not.toMatch(/欧阳锋|13800001234/);
  });

  test('read again after it became confidential, a row uncovers nothing and changes nothing; a new answer comes covered', async () => {
    const row = {
      编号: 'JB10',
      标题: '黑作坊',
      登记时间: '2020-03-05 10:00',
      诉求类型: '投诉',
      来电人: '欧阳锋',
      电话: '13800001234',
      回复: '欧阳锋您好，已查处',
      办结情况: '已告知欧阳锋',
      状态: '已答复',
    };
    await read(JSON.stringify([row]));
    const { id } = (await orderOf('JB10')) as { readonly id: string };
    await office.act(office.supervisor, 'work-order.keep-confidential', { reason: '来电人要求' }, id);
    const kept = await orderOf('JB10');
    expect(JSON.stringify(kept)).not.toContain('欧阳锋');
    expect(await read(JSON.stringify([row]))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await orderOf('JB10')).toEqual(kept);
    const { 来电人: _, 电话: __, ...nameless } = row;
    const told = { ...nameless, 回复: '欧阳锋您好，已查处并罚款' };
    expect(await read(JSON.stringify([told]))).toMatchObject({ changed: 1, broken: [] });
    const after = await orderOf('JB10');
    expect(after!['reply']).toContain('已查处并罚款');
    expect(JSON.stringify(after)).not.toContain('欧阳锋');
  });

  test('the number of an order goes before the number of its line, which another sheet has as well', async () => {
    const head = '编号,工单编号,标题,登记时间';
    const month = (m: string) =>
      read([head, `1,XH2019${m}1,漏水,2019-${m}-05 10:00`, `2,,断电,2019-${m}-06 10:00`].join('\n'));
    const lacking = [{ row: 3, field: '工单编号' }];
    expect(await month('01')).toMatchObject({ imported: 1, changed: 0, broken: lacking });
    expect(await month('02')).toMatchObject({ imported: 1, changed: 0, broken: lacking });
    expect(await read('编号,标题,登记时间\nXH9,漏水,2019-01-05 10:00\n')).toMatchObject({ imported: 1 });
  });

  test('what was done here since is the source’s no more: a call-back, an answer; a unit may return what it got so', async () => {
    const rows = [
      'LV1,漏水,2020-03-05 10:00,区水利局,已办结',
      'LV2,漏水,2020-03-05 10:00,区水利局,办理中',
      'LV3,漏水,2020-03-05 10:00,区水利局,办理中',
    ];
    const text = ['编号,标题,登记时间,承办单位,状态', ...rows].join('\n');
    expect(await read(text)).toMatchObject({ imported: 3 });
    const idOf = async (id: string) => (await orderOf(id))!['id'] as string;
    const unit = office.handlerOf('区水利局');
    const act = async (by: typeof unit, name: string, input: object, id: string) =>
      office.act(by, `work-order.${name}`, input as never, await idOf(id));
    await act(office.callerBack, 'call-back', { result: 'dissatisfied', solved: true }, 'LV1');
    const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
    await act(unit, 'reply', { text: '已经修好，今天恢复供水。', contacted }, 'LV2');
    await expect(
      act(unit, 'ask-extension', { days: 1, reason: '等配件', isTold: true }, 'LV3'),
    ).rejects.toMatchObject({ code: 'hotline.no-clock' });
    await act(unit, 'return', { reason: '不属于本单位职责' }, 'LV3');
    const before = await Promise.all(['LV1', 'LV2', 'LV3'].map(orderOf));
    const again = await read(text);
    expect(again).toMatchObject({ imported: 0, changed: 0 });
    expect(again.broken.map(({ why }) => why.includes('已在本系统继续办理'))).toEqual([true, true, true]);
    expect(await Promise.all(['LV1', 'LV2', 'LV3'].map(orderOf))).toEqual(before);
  });

  test('a stated limit stays the limit of what is sent out here: over already it is late, to come it is kept', async () => {
    const rows = [
      'SL1,漏水,2019-03-05 10:00,2019-03-10 17:00,待派单',
      'SL2,漏水,2020-05-30 10:00,2020-06-02 12:30,待派单',
    ];
    await read(['编号,标题,登记时间,期限,状态', ...rows].join('\n'));
    for (const id of ['SL1', 'SL2']) {
      const order = (await orderOf(id))!['id'] as string;
      const handler = office.unit('区水利局');
      await office.act(office.dispatcher, 'work-order.dispatch', { handler }, order);
      const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
      await office.act(
        office.handlerOf('区水利局'),
        'work-order.reply',
        { text: `已修好 ${id}。`, contacted },
        order,
      );
      await office.act(office.dispatcher, 'work-order.approve-reply', {}, order);
      await office.act(office.dispatcher, 'work-order.close', {}, order);
    }
    expect(await orderOf('SL1')).toMatchObject({
      is_on_time: false,
      counted_due_at: '2019-03-10T09:00:00.000Z',
    });
    const kept = '2020-06-02T04:30:00.000Z';
    expect(await orderOf('SL2')).toMatchObject({ is_on_time: true, due_at: kept, counted_due_at: kept });
  });

  test('one heading over two columns: what one of them says counts, what both say differently is asked about', async () => {
    const rows = [
      'TB1,欧阳明反映,2020-03-05 10:00,举报,,是,,欧阳明',
      'TB2,欧阳明反映,2020-03-05 10:00,投诉,举报,否,,欧阳明',
      'TB3,欧阳明反映,2020-03-05 10:00,,举报,,,欧阳明',
    ];
    const head = '编号,标题,登记时间,诉求类型,诉求类型,是否保密,是否保密,来电人';
    expect(await read([head, ...rows].join('\n'))).toMatchObject({
      imported: 2,
      broken: [{ row: 3, field: '诉求类型', why: '同名的两列内容不同，请只留一列' }],
    });
    for (const id of ['TB1', 'TB3'])
      expect(await orderOf(id)).toMatchObject({ type: 'report', is_confidential: true, caller_name: null });
  });

  test('yes and no of JSON count as words do, and what no cell can hold is said', async () => {
    const row = { 编号: 'JB1', 标题: '漏电', 登记时间: '2020-03-05 10:00', 是否紧急: true, 是否解决: false };
    expect(await read(JSON.stringify([row]))).toMatchObject({ imported: 1, broken: [] });
    expect(await orderOf('JB1')).toMatchObject({ is_urgent: true, is_solved: false });
    const nested = {
      编号: 'JB2',
      标题: '漏电',
      登记时间: '2020-03-05 10:00',
      诉求人: { 姓名: '欧阳明' },
      电话: null,
    };
    expect(await read(JSON.stringify([nested]))).toMatchObject({
      imported: 0,
      broken: [{ row: 1, field: '诉求人', why: '不是文字、数字或是否，读不出来' }],
    });
  });

  test('a unit that only a broken row names is not established', async () => {
    await read(sheet('B9,电话,求助,,君山区,,,,,2020-05-01 09:00,没有的单位,,,,,'));
    expect(await office.app.query('select 1 from organisation where name = $1', ['没有的单位'])).toEqual([]);
  });
});

describe('kinds of files', () => {
  const row = { 编号: 'K1', 标题: '漏水', 登记时间: '2020-05-01 09:00' };

  test.each([
    ['a list', JSON.stringify([row]), 'K1'],
    ['an object that holds one', JSON.stringify({ rows: [{ ...row, 编号: 'K2' }] }), 'K2'],
    ['an object a line', `${JSON.stringify({ ...row, 编号: 'K3' })}\n\n`, 'K3'],
  ])('JSON as %s', async (_, text, id) => {
    expect(await read(text, { name: '工单.json' })).toMatchObject({ imported: 1, broken: [] });
    expect(await orderOf(id)).toMatchObject({ title: '漏水' });
  });

  test('packed by gzip, whatever its name', async () => {
    const bytes = gzipSync(JSON.stringify([{ ...row, 编号: 'K4' }]));
    expect(await importOrders(office.app, { name: 'x', bytes })).toMatchObject({ imported: 1 });
  });

  test.each([
    ['a text of something else', '今天天气很好'],
    ['a list without orders', '[1, 2, 3]'],
    ['nothing', ''],
  ])('%s is refused with what it should be', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'hotline.unreadable' });
  });

  test.each([
    ['a list cut off', '工单.json', bytesOf(`[${JSON.stringify(row)},`), /JSON 不完整/],
    ['a list cut off between lines', '工单.json', bytesOf(`[\n${JSON.stringify(row)}\n`), /JSON 不完整/],
    ['an object cut off', '工单.json', bytesOf('{"rows": [{"编号"'), /JSON 不完整/],
    ['headings alone', '工单.csv', bytesOf(HEAD), /没有一行内容/],
    ['an empty list', '工单.json', bytesOf('[]'), /没有一行内容/],
    ['a torn workbook', '工单.xlsx', bytesOf('PK\u0003\u0004torn'), /工作簿已损坏/],
  ])('%s is called what it is', async (_, name, bytes, why) => {
    await expect(importOrders(office.app, { name, bytes })).rejects.toMatchObject({
      code: 'hotline.unreadable',
      facts: { why: expect.stringMatching(why) as string },
    });
  });

  test('gzip that is torn is refused, not a fault', async () => {
    const bytes = gzipSync('[]').subarray(0, 12);
    await expect(importOrders(office.app, { name: 'x', bytes })).rejects.toMatchObject({
      code: 'hotline.unreadable',
    });
  });
});

test('a dispatcher may not record, a supervisor of the district may', async () => {
  const input = {
    sourceSystem: '旧台账',
    sourceId: '1',
    state: 'registered',
    registeredAt: '2019-05-01T01:00:00.000Z',
    title: '旧事',
  };
  await expect(office.act(office.dispatcher, 'work-order.record', input)).rejects.toMatchObject({
    code: 'lib.missing-role',
  });
  expect((await office.act(office.supervisor, 'work-order.record', input)).row).toMatchObject({
    isRecorded: true,
    place: '未知',
  });
});
