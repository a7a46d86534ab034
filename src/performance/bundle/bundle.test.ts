import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonical } from '#lib/action/engine/canonical.ts';
import { Refusal } from '#lib/refusal.ts';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, type Bureau } from '../testing/bureau.ts';
import type { Bundle } from './bundle.ts';
import { makeBundle } from './make.ts';
import { verifyBundle } from './verify.ts';

let bureau: Bureau;
let bundle: Bundle;
let before: unknown;
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const asked = () => ({ by: bureau.people.leader, app: bureau.app });

beforeAll(async () => {
  bureau = await openBureau();
  const { id } = await seedEvaluation2020(bureau.app);
  const { writer, checker, leader } = bureau.people;
  before = await makeBundle(bureau.app, { key: id }, asked()).catch((fault: unknown) => fault);
  const scores = [
    { path: '投入/预算配置/财政供养人员控制率', points: '5', reason: '待核实在职人数' },
    { path: '过程/预算执行/资金结余', points: '3', reason: '按项目结转' },
  ];
  await bureau.act(writer, 'evaluation.set-self-scores', { scores }, id);
  await bureau.act(writer, 'evaluation.submit-self-score', {}, id);
  await bureau.act(checker, 'evaluation.check', {}, id);
  await bureau.act(leader, 'evaluation.sign', {}, id);
  await bureau.settle();
  await bureau.settle();
  bundle = await makeBundle(bureau.app, { key: id }, asked());
});
afterAll(() => bureau.close());

test('there is no bundle of what nobody signed', () => {
  expect(before).toBeInstanceOf(Refusal);
  expect((before as Refusal).code).toBe('performance.not-signed');
});

test('a bundle verifies without a database and gives 97 → 89 (63–94) again', () => {
  const verdict = verifyBundle(bytesOf(bundle));
  expect(verdict).toMatchObject({ ok: true, firstBad: null, score: { claimed: '97', recomputed: '89' } });
  expect(verdict.entries).toBeGreaterThan(15);
  expect(verdict.summary).toContain('63—94');
});

/** The same bundle with one thing changed and signed anew by the same key, as an insider could. */
function forged(change: (body: Bundle['body']) => unknown): Uint8Array {
  const body = change(structuredClone(bundle.body)) as Bundle['body'];
  return bytesOf({ body, signature: bureau.app.suite.sign(canonical(body)) });
}

test('a changed figure is found by the signature', () => {
  const figures = { ...bundle.body.content.figures };
  figures['staff.actual'] = { ...figures['staff.actual']!, value: '18' };
  const changed = { ...bundle, body: { ...bundle.body, content: { ...bundle.body.content, figures } } };
  expect(verifyBundle(bytesOf(changed)).firstBad?.why).toContain('整包签名无效');
});

test('signed anew, the change is still found, because the content has the digest the leader signed', () => {
  const bytes = forged((body) => ({ ...body, content: { ...body.content, claimedTotal: '98' } }));
  expect(verifyBundle(bytes).firstBad?.why).toContain('与签发时的摘要不符');
});

test('content, digest and score forged together are found by the ledger entry of the signature', () => {
  const bytes = forged((body) => ({ ...body, frozen: { ...body.frozen, by: '他人' } }));
  const { firstBad } = verifyBundle(bytes);
  expect(firstBad).toEqual({ seq: Number(bundle.body.frozen.seq), why: '固定的内容与签发时登记的摘要不符' });
});

test('one letter of an entry, or a wrong score, names what is bad', () => {
  const [first, ...rest] = bundle.body.entries;
  const text = first!.text.replace('begin', 'begun');
  const entry = verifyBundle(forged((body) => ({ ...body, entries: [{ ...first!, text }, ...rest] })));
  expect(entry.firstBad).toEqual({ seq: Number(first!.seq), why: '条目的内容与封存时不符' });
  const score = verifyBundle(forged((body) => ({ ...body, score: { ...body.score, recomputed: '97' } })));
  expect(score.firstBad?.why).toContain('得分与所载不同');
});

test.each([
  ['nothing', new Uint8Array()],
  ['no JSON', new TextEncoder().encode('你好')],
  ['other JSON', new TextEncoder().encode('{"body":{"format":"x"}}')],
  ['null', new TextEncoder().encode('null')],
  [
    'half a bundle',
    new TextEncoder().encode('{"body":{"format":"yichuang-evaluation-bundle","edition":1},"signature":"x"}'),
  ],
])('%s is answered, not thrown', (_, bytes) => {
  expect(verifyBundle(bytes)).toMatchObject({ ok: false, score: null });
});
