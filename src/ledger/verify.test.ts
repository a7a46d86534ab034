import * as fc from 'fast-check';
import { generateKeyPairSync, sign } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '#lib/action/engine/load.ts';
import type { Assembled } from '#lib/assemble.ts';
import { connectionConfig } from '#lib/db/index.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import { instant } from '#lib/time.ts';
import { dropAnchor, findAnchor, forgetAnchor } from './anchor.ts';
import { BLOCK_COLUMNS, blockFrom, fingerprint, hashOf, type Block } from './block.ts';
import { foldRound } from './fold.ts';
import { sealRound } from './seal.ts';
import { charged, late, lendings, library } from './testing/library.ts';
import { verifyApp, verifyLedger, verifyWithin, type Verdict, type Verifying } from './verify.ts';

const clerk = someone('甲', ['librarian']);
const now = instant('2020-01-23T09:00:00+08:00');
const other = generateKeyPairSync('ed25519');
let app: Assembled;
let owner: Client;
let ids: string[];

const measures = [lendings, late, charged];
const fold = (): Promise<boolean> => inTransaction(app.db, (query) => foldRound(query, measures, now));
const seal = (): Promise<Block | null> =>
  inTransaction(app.db, (query) => sealRound(query, { suite: app.suite, now }));

/**
 * Entries 1–6 buy six books (6 in block 1), 7–9 lend the first three (block 2), 10 and 11 give two back late and are
 * neither sealed nor folded yet.
 */
beforeAll(async () => {
  app = await testApp([ledgerTables, library], { now: () => now });
  const act = acting(app);
  ids = [];
  for (const title of ['论语', '孟子', '大学', '中庸', '诗经', '尚书'])
    ids.push((await act(clerk, 'library-book.buy', { place: 'a', title, remark: `${title}一部` })).row.id);
  await seal();
  for (const id of ids.slice(0, 3))
    await act(clerk, 'library-book.lend', { at: '2020-01-20T10:00:00.000Z', due: '2020-02-20' }, id);
  await seal();
  while (await fold());
  for (const id of ids.slice(0, 2)) await act(clerk, 'library-book.give-back', { late: true }, id);
  owner = new Client(connectionConfig(app.database, { as: 'owner' }));
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const parts = (): Verifying => ({
  db: app.db,
  nouns: app.nouns,
  actions: app.actions,
  measures,
  publicKey: app.suite.publicKey(),
});
/** What verify says after somebody with all rights has done this to the database; it is undone afterwards. */
async function afterwards(
  tamper: (query: Query) => Promise<unknown>,
  more: Partial<Verifying> = {},
): Promise<Verdict> {
  const query: Query = async (text, values) => (await owner.query(text, [...values])).rows;
  await owner.query('begin');
  try {
    await tamper(query);
    return await verifyWithin(query, { ...parts(), ...more });
  } finally {
    await owner.query('rollback');
  }
}
const badAfter = async (...statements: string[]): Promise<Verdict['firstBad']> =>
  (
    await afterwards(async (query) => {
      for (const statement of statements) await query(statement, []);
    })
  ).firstBad;

test('an honest ledger holds', async () => {
  expect(await verifyApp(app)).toEqual({
    ok: true,
    entries: 11,
    blocks: 2,
    unsealed: 2,
    firstBad: null,
    warnings: [],
    key: fingerprint(app.suite.publicKey()),
  });
});

describe('a change of any column of a sealed entry is found, and the entry named', () => {
  test.each([
    ['id', "'00000000-0000-7000-8000-000000000001'"],
    ['at', "at + interval '1 microsecond'"],
    ['recorded_at', "recorded_at - interval '1 microsecond'"],
    ['person', "'00000000-0000-7000-8000-000000000002'"],
    ['person_name', "'乙'"],
    ['noun', "'library-boot'"],
    ['action', "'bux'"],
    ['subject', "'00000000-0000-7000-8000-000000000003'"],
    ['touched', 'touched || touched'],
    ['details', `details || '{"title":"春秋"}'`],
    ['changes', `jsonb_set(changes, '{0,is,place}', '"b"')`],
    ['changes', `'7'`],
    ['changes', `'[7, null, {"noun": 3}]'`],
  ])('%s = %s', async (column, value) => {
    expect(await badAfter(`update ledger_entry set ${column} = ${value} where seq = 4`)).toEqual({
      seq: 4,
      why: '条目在封存后被改动',
    });
  });
});

test('any one character changed in any text of any sealed entry is found at that entry', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('person_name', 'noun', 'action', 'details', 'changes'),
      fc.nat(),
      async (seq, column, nth) => {
        const verdict = await afterwards(async (query) => {
          const [entry] = await query(`select ${column}::text as text from ledger_entry where seq = $1`, [
            seq,
          ]);
          const text = entry!['text'] as string;
          // Only letters and digits, so that JSON stays JSON; booleans and null are left as they are.
          const places = [...text.matchAll(/[0-9](?![a-z])/g)].map((match) => match.index);
          const at = places.length > 0 ? places[nth % places.length]! : 0;
          const changed =
            places.length > 0
              ? `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`
              : column === 'details' || column === 'changes'
                ? '{"x":1}'
                : `${text}x`;
          await query(
            `update ledger_entry set ${column} = $1${/details|changes/.test(column) ? '::jsonb' : ''} where seq = $2`,
            [changed, seq],
          );
        });
        expect(verdict.firstBad?.seq).toBe(seq);
      },
    ),
    { numRuns: 40 },
  );
});

test('a deleted entry is found', async () => {
  expect(await badAfter('delete from ledger_entry where seq = 5')).toEqual({ seq: 5, why: '条目缺失' });
  expect(await badAfter('delete from ledger_entry where seq = 10')).toEqual({ seq: 10, why: '条目缺失' });
  expect(await badAfter('delete from ledger_entry where seq >= 8')).toEqual({ seq: 8, why: '条目缺失' });
});

test('two entries that changed places are found at the first of them', async () => {
  expect(
    await badAfter(
      'update ledger_entry set seq = 1000 where seq = 3',
      'update ledger_entry set seq = 3 where seq = 5',
      'update ledger_entry set seq = 5 where seq = 1000',
    ),
  ).toEqual({ seq: 3, why: '条目在封存后被改动' });
});

test('a truncated end is found by the counter, and entries beyond it too', async () => {
  expect(await badAfter('delete from ledger_entry where seq = 11')).toEqual({
    seq: 11,
    why: '账本末尾被截断：计数器为 11',
  });
  expect(await badAfter('update ledger_head set n = 10')).toEqual({ seq: 11, why: '条目超出计数器 10' });
});

test('a counter that is gone is a verdict, not a crash', async () => {
  expect(await badAfter('delete from ledger_head')).toEqual({ seq: 1, why: '账本计数器丢失' });
});

describe('blocks', () => {
  test.each([
    ["update ledger_block set root = repeat('a', 64) where height = 2", '第 2 号区块的内容与其哈希不符'],
    ["update ledger_block set hash = repeat('a', 64) where height = 2", '第 2 号区块的内容与其哈希不符'],
    [
      "update ledger_block set previous = repeat('a', 64) where height = 2",
      '第 2 号区块没有接在上一区块之后',
    ],
    ["update ledger_block set signature = 'AAAA' where height = 2", '第 2 号区块的签名无效'],
    [
      "update ledger_block set sealed_at = sealed_at + interval '1 microsecond' where height = 2",
      '第 2 号区块的内容与其哈希不符',
    ],
    ['update ledger_block set last_seq = 10 where height = 2', '第 2 号区块的内容与其哈希不符'],
    ['update ledger_block set first_seq = 8 where height = 2', '第 2 号区块起止序号与上一区块不相接'],
    ['update ledger_block set height = 3 where height = 2', '第 2 号区块缺失'],
    ['delete from ledger_block where height = 2', '封存标记为 9，而区块止于 6'],
    [
      'update ledger_block set leaves = set_byte(leaves, 0, get_byte(leaves, 0) # 1) where height = 2',
      '第 2 号区块的摘要表被改动',
    ],
    ["update ledger_block set leaves = leaves || '\\x00' where height = 2", '第 2 号区块的摘要表长度不符'],
  ])('%s', async (statement, why) => {
    expect(await badAfter(statement)).toEqual({ seq: 7, why });
  });

  test('a missing first block is found at the first entry', async () => {
    expect(await badAfter('delete from ledger_block where height = 1')).toEqual({
      seq: 1,
      why: '第 1 号区块缺失',
    });
  });

  /** Rewrites block 2 as somebody would who knows how blocks are made. */
  const rewrite = async (query: Query, signed: (hash: string) => string, key?: string): Promise<void> => {
    const [row] = await query(`select ${BLOCK_COLUMNS} from ledger_block where height = 2`, []);
    const says = { ...blockFrom(row!), root: 'b'.repeat(64), ...(key ? { key } : {}) };
    await query('update ledger_block set root = $1, key = $2, hash = $3, signature = $4 where height = 2', [
      says.root,
      says.key,
      hashOf(says),
      signed(hashOf(says)),
    ]);
  };
  const byOther = (hash: string): string =>
    sign(null, Buffer.from(hash), other.privateKey).toString('base64');

  test('a forged block whose hash is right has no right signature', async () => {
    const verdict = await afterwards((query) => rewrite(query, byOther));
    expect(verdict.firstBad).toEqual({ seq: 7, why: '第 2 号区块的签名无效' });
  });

  test('a block signed again by another key is found by its fingerprint', async () => {
    const key = fingerprint(other.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    const verdict = await afterwards((query) => rewrite(query, byOther, key));
    expect(verdict.firstBad).toEqual({
      seq: 7,
      why: `第 2 号区块由另一把密钥签署（指纹 ${key.slice(0, 16)}…）`,
    });
  });

  test('a root that is signed by the right key but is not that of the entries is found', async () => {
    const verdict = await afterwards((query) => rewrite(query, app.suite.sign));
    expect(verdict.firstBad).toEqual({ seq: 7, why: '第 2 号区块的默克尔根与条目不符' });
  });
});

describe('a shorter chain that is sound in itself', () => {
  /** Everything from entry 7 on is taken away, tracks covered. */
  const cut = async (query: Query): Promise<void> => {
    for (const statement of [
      'delete from ledger_entry where seq > 6',
      'delete from ledger_block where height = 2',
      'update ledger_head set n = 6',
      'update ledger_mark set seq = 6',
      'delete from ledger_rollup',
      'delete from ledger_rollup_month',
      "update library_book set version = 1, state = 'shelved', lent_at = null, due_on = null, is_late = null, fee_fen = null",
    ])
      await query(statement, []);
  };

  test('does not hold against the block remembered beside the keys', async () => {
    const blocks = await app.query(`select ${BLOCK_COLUMNS} from ledger_block order by height`, []);
    const [first, second] = blocks.map(blockFrom);
    expect(await dropAnchor(app.config, second!)).toBe(true);
    expect(await dropAnchor(app.config, first!)).toBe(false);
    const verdict = await afterwards(cut, { anchor: findAnchor(app.config) });
    expect(verdict.firstBad).toEqual({
      seq: 7,
      why: '本机留存到第 2 号区块，数据库止于第 1 号：末尾被截断，或恢复了较早的备份',
    });
    expect((await verifyApp(app)).ok).toBe(true);
    forgetAnchor(app.config);
  });

  test('each tenant of a data directory has its own memory: a shorter chain beside a longer one is whole', async () => {
    const blocks = await app.query(`select ${BLOCK_COLUMNS} from ledger_block order by height`, []);
    const longer = { ...blockFrom(blocks[1]!), height: 19 };
    const neighbour = { ...app.config, tenant: 'neighbour' };
    expect(await dropAnchor(neighbour, longer)).toBe(true);
    expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
    expect(await dropAnchor(app.config, blockFrom(blocks[0]!))).toBe(true);
    expect(findAnchor(neighbour)?.height).toBe(19);
    forgetAnchor(neighbour);
    expect(findAnchor(app.config)?.height).toBe(1);
    forgetAnchor(app.config);
  });

  test('holds where nothing is remembered: that is all a database alone can prove', async () => {
    expect((await afterwards(cut)).firstBad).toBeNull();
  });
});

describe('rows', () => {
  test.each([
    ["update library_book set title = '春秋' where title = '论语'", 10],
    ["update library_book set state = 'gone' where title = '大学'", 9],
    ["update library_book set fee_fen = 501 where title = '孟子'", 11],
    ["update library_book set remark = remark || '。' where title = '中庸'", 4],
    ["update library_book set number = number || '0' where title = '诗经'", 5],
    ["update library_book set version = version + 1 where title = '尚书'", 6],
  ])('a changed row is found, and its last entry named: %s', async (statement, seq) => {
    const bad = await badAfter(statement);
    expect(bad).toMatchObject({ seq, why: expect.stringMatching(/^图书 TS\d+ 与其最后一条账本条目不符$/) });
  });

  test.each(['+', '-'])('an instant moved by one microsecond is found: %s', async (sign) => {
    const move = `update library_book set lent_at = lent_at ${sign} interval '1 microsecond' where title = '论语'`;
    expect(await badAfter(move)).toEqual({
      seq: 10,
      why: expect.stringMatching(/^图书 TS\d+ 的时间比毫秒更细，系绕过系统写入$/),
    });
  });

  test('a deleted row is found, wherever it stood', async () => {
    for (const [index, id] of ids.entries())
      expect(await badAfter(`delete from library_book where id = '${id}'`)).toEqual({
        seq: [10, 11, 9, 4, 5, 6][index],
        why: `图书记录已不在表中（${id}）`,
      });
    expect((await badAfter('delete from library_book'))?.seq).toBe(4);
  });

  test.each(['00000000-0000-7000-8000-00000000000a', 'ffffffff-0000-7000-8000-00000000000a'])(
    'a row put in past the ledger is found: %s',
    async (id) => {
      const put = `insert into library_book (id, version, number, state, place, title) values ('${id}', 1, 'X1', 'shelved', 'a', 'x')`;
      expect(await badAfter(put)).toEqual({ seq: 12, why: '图书 X1 没有任何账本条目，系绕过系统写入' });
    },
  );
});

describe('daily totals', () => {
  // Folded up to entry 9: three loans on the 20th at place a, nothing late, nothing charged.
  test.each([
    ['update ledger_rollup set n = n + 5', 9, '「借出量」2020-01-20 a 多 5'],
    ['update ledger_rollup set n = n - 1', 9, '「借出量」2020-01-20 a 少 1'],
    ["update ledger_rollup set place = 'b'", 9, '「借出量」2020-01-20 a 少 3'],
    ['update ledger_rollup set day = day - 1', 9, '「借出量」2020-01-19 a 多 3'],
    ['delete from ledger_rollup', 9, '「借出量」2020-01-20 a 少 3'],
    [
      "insert into ledger_rollup values ('library.late', 1, '2020-01-21', 'a', 1)",
      9,
      '「逾期量」2020-01-21 a 多 1',
    ],
    [
      "insert into ledger_rollup values ('library.charged', 1, '2020-01-21', '', 2)",
      9,
      '「收费量」2020-01-21 多 2',
    ],
    [
      "update ledger_mark set seq = 12 where reader = 'rollup:library.lendings@1'",
      12,
      '「借出量」的标记为 12',
    ],
    [
      "update ledger_mark set seq = 8 where reader = 'rollup:library.lendings@1'",
      8,
      '「借出量」2020-01-20 a 多 1',
    ],
    ["delete from ledger_mark where reader = 'rollup:library.lendings@1'", 11, '「借出量」2020-01-20 a 多 3'],
  ])('are counted again: %s', async (statement, seq, what) => {
    expect(await badAfter(statement)).toEqual({ seq, why: `统计汇总与账本不符：${what}` });
  });
  test.each([
    ['update ledger_rollup_month set n = n + 5', '「借出量」2020-01 a 多 5'],
    ['delete from ledger_rollup_month', '「借出量」2020-01 a 少 3'],
    [
      "insert into ledger_rollup_month values ('library.late', 1, '2020-02-01', 'a', 1)",
      '「逾期量」2020-02 a 多 1',
    ],
  ])('a month is the sum of its days: %s', async (statement, what) => {
    expect((await badAfter(statement))?.why).toBe(`月度汇总与每日汇总不符：${what}`);
  });
  test('those of an older version of a measure are nobody’s business', async () => {
    const old = "insert into ledger_rollup values ('library.late', 0, '2020-01-21', 'a', 1)";
    expect(await badAfter(old)).toBeNull();
  });
});

describe('texts beside the ledger', () => {
  const entry = "(select id from ledger_entry where seq = 2) and field = 'remark'";
  test('a changed one is found', async () => {
    expect(await badAfter(`update ledger_prose set text = text || '。' where entry = ${entry}`)).toEqual({
      seq: 2,
      why: '条目的长文本「remark」与其摘要不符',
    });
  });
  test('a deleted one is found', async () => {
    expect(await badAfter(`delete from ledger_prose where entry = ${entry}`)).toEqual({
      seq: 2,
      why: '条目的长文本「remark」被删除',
    });
  });
  test('one that was erased by the rules leaves its row, and is counted', async () => {
    const verdict = await afterwards((query) =>
      query(`update ledger_prose set salt = '', text = '' where entry = ${entry}`, []),
    );
    expect(verdict.firstBad).toBeNull();
    expect(verdict.warnings).toEqual(['有 1 段长文本已按规定清除，只留有痕迹']);
  });
});

test('of several faults the first is named', async () => {
  expect(
    (
      await badAfter(
        'delete from ledger_entry where seq = 8',
        "update ledger_entry set person_name = '乙' where seq = 6",
        "update library_book set title = '春秋' where title = '诗经'",
      )
    )?.seq,
  ).toBe(5);
});

test('it says when grants can be bypassed, and of which nouns it knows nothing', async () => {
  const verdict = await verifyLedger({ ...parts(), nouns: [], bypass: '应用账号是超级用户' });
  expect(verdict).toMatchObject({
    ok: true,
    warnings: ['应用账号是超级用户', '账本提到本程序不认识的记录种类，未能核对：library-book'],
  });
});

test('the program itself may neither change nor delete what is in the ledger', async () => {
  for (const statement of [
    'update ledger_entry set noun = noun',
    'delete from ledger_entry',
    'update ledger_block set root = root',
    'delete from ledger_block',
  ])
    await expect(app.query(statement, [])).rejects.toMatchObject({ code: '42501' });
});
