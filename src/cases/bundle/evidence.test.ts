/* What the office has already: where it lies, who opens it, and how long it may be gone by. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareMaterial, type Elements } from '#catalogue/index.ts';
import { withClient } from '#lib/db/index.ts';
import { someone } from '#lib/testing/app.ts';
import type { CaseFile } from '../file/case-file.ts';
import { application, DISTRICT, PAPERS, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';

const GIVEN = '432019001000';
const KNOWN = { name: '甲某', idNumber: '11010518491231008X', phone: '13800001234' };
const needing: Elements = {
  ...waterPermit,
  name: '取水计划审批',
  basicCode: '432019002000',
  implementingCode: '11000000000000000U4432019002000',
  resultType: 'none',
  materials: [
    { ...bareMaterial('申请书'), copies: 1 },
    { ...bareMaterial('取水许可证复印件'), copies: 1, outputOf: GIVEN },
  ],
};
const reporting: Elements = {
  ...waterPermit,
  name: '取水备案',
  basicCode: '432019003000',
  implementingCode: '11000000000000000U4432019003000',
  resultType: 'none',
  materials: [
    { ...bareMaterial('申请书'), copies: 1 },
    { ...bareMaterial('水资源论证报告'), copies: 1 },
  ],
};

let hall: Hall;
let theme: string;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', {
    ...waterPermit,
    basicCode: GIVEN,
    implementingCode: `11000000000000000U4${GIVEN}`,
  });
  await hall.offer('QS-02', needing);
  await hall.offer('QS-03', reporting);
  const { row } = await hall.act(hall.editor, 'theme.draft', {
    name: '取水一件事',
    place: DISTRICT,
    items: [
      { code: 'QS-02', stage: 1 },
      { code: 'QS-03', stage: 1 },
    ],
    feeds: [],
    sameQuestions: [],
    isJoint: false,
  });
  await hall.act(hall.editor, 'theme.publish', {}, row.id);
  theme = row.id;
});
afterAll(() => hall.close());

const act = async (name: string, id: string, input: object = {}, by = hall.decider) =>
  (await hall.act(by, `case-file.${name}`, input as Readonly<Record<string, unknown>>, id)).row as CaseFile;
const accepted = async (item: string, papers: readonly string[] = PAPERS) => {
  const { row } = await hall.act(
    hall.clerk,
    'case-file.apply',
    application(item, { applicant: KNOWN, papers }),
  );
  return act('accept', row.id, {}, hall.clerk);
};
let given = 0;
const licensed = async (validUntil?: string) => {
  const { id } = await accepted('QS-01');
  await act('grant', id);
  given += 1;
  await act(
    'issue',
    id,
    { resultNumber: `取水〔2020〕${given}号`, ...(validUntil && { validUntil }) },
    hall.sealer,
  );
  return act('deliver', id, { way: 'counter', proof: '甲某' }, hall.clerk);
};
const REVOKED = { reason: '以欺骗取得', basis: '行政许可法第六十九条' };
const gone = { code: 'cases.ground-gone' };

test('nothing is granted on a licence revoked since, until the paper itself is brought', async () => {
  const licence = await licensed();
  const { id, papers } = await accepted('QS-02', ['申请书']);
  expect(papers[1]).toMatchObject({ state: 'waived', restsOn: { caseId: licence.id, what: 'result' } });
  await hall.revoke(licence.id, REVOKED);
  await expect(act('grant', id)).rejects.toMatchObject(gone);
  await act('add-papers', id, { papers: ['取水许可证复印件'] }, hall.clerk);
  expect(await act('grant', id)).toMatchObject({ state: 'granted' });
});

test('nor on one that has run out meanwhile; on one that stands it is granted', async () => {
  await licensed('2020-05-15');
  const late = await accepted('QS-02', ['申请书']);
  const inTime = await accepted('QS-02', ['申请书']);
  hall.set('2020-05-15T16:00+08:00');
  expect(await act('grant', inTime.id)).toMatchObject({ state: 'granted' });
  hall.set('2020-05-16T09:00+08:00');
  await expect(act('grant', late.id)).rejects.toMatchObject(gone);
  expect(await act('refuse', late.id, { reason: '许可证已过有效期，未补交' })).toMatchObject({
    state: 'refused',
  });
});

const REPORT = '水资源论证报告';
const bundled = async (number: string) => {
  const said = { theme, place: DISTRICT, applicant: KNOWN, papers: ['申请书', '取水许可证复印件'] };
  const { row } = await hall.act(hall.clerk, 'bundle.apply', { ...said, held: [{ paper: REPORT, number }] });
  const { parts } = row as unknown as { readonly parts: readonly { code: string; caseId: string }[] };
  return parts.find(({ code }) => code === 'QS-03')!.caseId;
};
const reportOf = async (id: string) => {
  const [row] = await hall.app.query('select papers from case_file where id = $1', [id]);
  return (row!['papers'] as CaseFile['papers']).find(({ name }) => name === REPORT)!;
};

test('who took their papers back, or was refused, has none here', async () => {
  const back = await accepted('QS-01');
  await hall.takeBack(back.id, '材料拿回');
  const refused = await accepted('QS-01');
  await act('refuse', refused.id, { reason: '不符合取水总量控制' });
  for (const { number } of [back, refused])
    await expect(bundled(number)).rejects.toMatchObject({ code: 'cases.not-held' });
});

test('a paper that goes back after it stood for another case stands for it no more', async () => {
  const first = await accepted('QS-01');
  const id = await bundled(first.number);
  expect(await reportOf(id)).toMatchObject({ state: 'waived', restsOn: { caseId: first.id, what: 'paper' } });
  await act('accept', id, {}, hall.clerk);
  await hall.takeBack(first.id, '材料拿回');
  await expect(act('grant', id)).rejects.toMatchObject(gone);
});

test('the file of a paper that lies with an earlier case lies with the new one too, under a record of its own', async () => {
  const first = await accepted('QS-01');
  const file = {
    name: '论证报告.pdf',
    kind: 'pdf',
    mediaType: 'application/pdf',
    size: 9,
    sha256: 'a'.repeat(64),
    subjectNoun: 'case-file',
    subject: first.id,
  };
  const { row } = await hall.act(someone('上传人', ['people.staff']), 'attachment.attach', file);
  const papers = first.papers.map((each) => (each.name === REPORT ? { ...each, document: row.id } : each));
  await withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query('update case_file set papers = $2 where id = $1', [first.id, JSON.stringify(papers)]),
  );
  const id = await bundled(first.number);
  const { document } = await reportOf(id);
  expect(document).not.toBe(row.id);
  const [copy] = await hall.app.query('select subject_noun, subject, sha256 from attachment where id = $1', [
    document,
  ]);
  expect(copy).toEqual({ subject_noun: 'case-file', subject: id, sha256: file.sha256 });
});
