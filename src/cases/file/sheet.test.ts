/* 签署的文书: what an applicant signed at a counter is a file of its own, whatever it was signed for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileNameOf } from '#documents/index.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const MAIN = ['申请书', '水资源论证报告'];
const applied = async (more = {}): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  return (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', more))).row.id;
};
const act = async (id: string, name: string, input = {}, by = hall.clerk) =>
  (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const back = (id: string, sheet: string) => act(id, 'withdraw', { reason: '不想办', sheet });
const paper = (name: string) => ({ code: 'cases.sheet-is-paper', facts: { paper: name } });
const tolerantly = (id: string, sheet: string) =>
  act(id, 'accept-with-outstanding', { isSigned: true, sheet });
const byPost = async () => {
  const id = await applied({ channel: 'post', papers: MAIN });
  await act(id, 'receive');
  return id;
};

describe('a file that answers a paper is no sheet', () => {
  test('laid at the counter under the name of its paper, or the same bytes under another name', async () => {
    const id = await applied();
    const bytes = { sha256: fileNameOf(Buffer.from('申请书')) };
    for (const name of ['申请书.pdf', '申请书 2.pdf', '申请书（2）.pdf', '申请书']) {
      await hall.lay(id, name, bytes);
      await expect(back(id, name)).rejects.toMatchObject(paper('申请书'));
    }
    await hall.lay(id, '撤回申请书.pdf', bytes);
    await expect(back(id, '撤回申请书.pdf')).rejects.toMatchObject(paper('申请书'));
    // Its own bytes, under a name that another file has too.
    const sheet = await hall.lay(id, '撤回申请书.pdf');
    expect(await back(id, '撤回申请书.pdf')).toMatchObject({ wishSigned: { sheet } });
  });

  test('a paper that nobody handed in has no file: its name is free', async () => {
    const id = await applied({ papers: MAIN });
    await hall.lay(id, '与第三者的协议.pdf');
    expect(await back(id, '与第三者的协议.pdf')).toMatchObject({ state: 'withdrawn' });
  });
});

test('a signature on what is to follow is not older than the notice of what lacks', async () => {
  const id = await byPost();
  await hall.lay(id, '承诺书.pdf');
  hall.later(60);
  await act(id, 'ask-correction', { gaps: [{ paper: '与第三者的协议', what: '未提交' }] });
  const old = { code: 'cases.sheet-old', facts: { what: '一次性告知', at: '2020年5月11日 10:00' } };
  await expect(tolerantly(id, '承诺书.pdf')).rejects.toMatchObject(old);
  const sheet = await hall.lay(id, '承诺书.pdf');
  expect(await tolerantly(id, '承诺书.pdf')).toMatchObject({ tolerancePromise: { sheet } });
});

test('one sheet is signed for one thing: the promise fetches no result and takes nothing back', async () => {
  const id = await byPost();
  await hall.lay(id, '承诺书.pdf');
  await tolerantly(id, '承诺书.pdf');
  const used = { code: 'cases.sheet-used', facts: { name: '承诺书.pdf', use: '容缺受理承诺书' } };
  await expect(back(id, '承诺书.pdf')).rejects.toMatchObject(used);
  await act(id, 'add-papers', { papers: ['与第三者的协议'] });
  await act(id, 'grant', {}, hall.decider);
  await act(id, 'issue', { resultNumber: '君水许〔2020〕1号' }, hall.sealer);
  const fetch = (sheet: string) => act(id, 'deliver', { way: 'counter', proof: '路人乙', sheet });
  await expect(fetch('承诺书.pdf')).rejects.toMatchObject(used);
  await expect(fetch('申请书.pdf')).rejects.toMatchObject({ code: 'cases.no-sheet' });
  await hall.lay(id, '申请书.pdf');
  await expect(fetch('申请书.pdf')).rejects.toMatchObject(paper('申请书'));
  // Nor is the result itself a mandate to fetch it.
  await hall.lay(id, '取水许可证.pdf');
  await act(id, 'keep-result', { name: '取水许可证.pdf' }, hall.sealer);
  await expect(fetch('取水许可证.pdf')).rejects.toMatchObject({
    code: 'cases.sheet-used',
    facts: { use: '结果文书扫描件' },
  });
  const sheet = await hall.lay(id, '代领委托书.pdf');
  expect(await fetch('代领委托书.pdf')).toMatchObject({ state: 'completed', delivery: { sheet } });
  await expect(act(id, 'keep-result', { name: '代领委托书.pdf' }, hall.sealer)).rejects.toMatchObject({
    code: 'cases.sheet-used',
  });
});

test('what came before the case lies with it as its applicant’s, not as what they signed here', async () => {
  const id = await applied();
  hall.set('2020-05-11T08:59+08:00');
  await hall.lay(id, '说明.pdf');
  hall.set('2020-05-11T09:00+08:00');
  await act(id, 'accept');
  await act(id, 'grant', {}, hall.decider);
  await act(id, 'issue', { resultNumber: '君水许〔2020〕2号' }, hall.sealer);
  const fetched = act(id, 'deliver', { way: 'counter', proof: '路人乙', sheet: '说明.pdf' });
  await expect(fetched).rejects.toMatchObject({ code: 'cases.sheet-old', facts: { what: '本件收件' } });
});
