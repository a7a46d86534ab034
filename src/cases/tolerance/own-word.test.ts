import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { breachRound } from '../breach/note.ts';
import { application, serviceHall, WATER, waterPermit, type Hall } from '../testing/hall.ts';

// Nobody’s documents; the check sign of each by GB 11643.
const NOBODY = ['110000189001011017', '110000189001011025', '110000189001011033'] as const;
// Nobody’s number, with the right check character (GB 32100: 31 − 4 = 27, which is U).
const CODE = '11000000000000000U';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('RQ-01', waterPermit);
  const commitment = {
    text: '已取得第三者同意。',
    exclusions: [],
    replaces: ['与第三者的协议'],
    checkWithin: 10,
  };
  await hall.offer('CN-01', { ...waterPermit, name: '取水许可延续', commitment });
});
afterAll(() => hall.close());

const person = (idNumber: string) => ({ name: '乙某', idNumber });
const firm = { kind: 'firm', name: '甲公司', creditCode: CODE };
const apply = async (item: string, applicant: object): Promise<string> => {
  const said = { applicant, papers: ['申请书', '水资源论证报告'] };
  return (await hall.act(hall.clerk, 'case-file.apply', application(item, said))).row.id;
};
const committed = async (applicant: object): Promise<string> => {
  const id = await apply('CN-01', applicant);
  const signed = { isSigned: true, isExcluded: false };
  await hall.act(hall.clerk, 'case-file.accept-on-commitment', signed, id);
  return id;
};
const tolerant = async (applicant: object): Promise<string> => {
  const id = await apply('RQ-01', applicant);
  await hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, id);
  return id;
};
const found = async (applicant: object, result: 'put-right' | 'hopeless'): Promise<string> => {
  const id = await committed(applicant);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
  const days = result === 'put-right' ? { putRightDays: 5 } : {};
  await hall.act(hall.decider, 'case-file.check-promise', { result, finding: '协议系伪造', ...days }, id);
  return id;
};
const broken = expect.objectContaining({ code: 'cases.word-broken' }) as unknown;
const breached = expect.objectContaining({ code: 'cases.breached' }) as unknown;

test('a promise found false bars the next word at once, of either kind, until it is put right', async () => {
  const id = await found(person(NOBODY[0]), 'put-right');
  await expect(committed(person(NOBODY[0]))).rejects.toEqual(broken);
  await expect(tolerant(person(NOBODY[0]))).rejects.toEqual(broken);
  // Somebody else is believed.
  await tolerant(person(NOBODY[1]));
  await hall.act(hall.decider, 'case-file.confirm-put-right', { finding: '已补签章' }, id);
  await breachRound(hall.app);
  await committed(person(NOBODY[0]));
});

test('a firm is barred by its code between the revocation and the round that records it, and after; repaired it is free', async () => {
  const id = await found(firm, 'hopeless');
  await expect(committed(firm)).rejects.toEqual(broken);
  const second = someone('副局长', ['cases.decider', hall.unit(WATER)]);
  await hall.act(second, 'case-file.revoke-on-promise', { finding: '协议系伪造' }, id);
  await expect(tolerant(firm)).rejects.toEqual(broken);
  await breachRound(hall.app);
  await expect(tolerant(firm)).rejects.toEqual(breached);
  const [row] = await hall.app.query('select breach from case_file where id = $1', [id]);
  const keeper = someone('信用管理员', ['applicants.credit-keeper']);
  const repaired = { repairedOn: '2020-05-11', ground: '已消除影响' };
  await hall.act(keeper, 'breach.repair', repaired, row!['breach'] as string);
  await tolerant(firm);
});

test('papers that did not come in their term bar from the next moment, before any round', async () => {
  hall.set('2020-05-11T09:00+08:00');
  await tolerant(person(NOBODY[2]));
  // The promised tenth working day is 25 May, at five.
  hall.set('2020-05-25T17:00+08:00');
  const other = await apply('RQ-01', person(NOBODY[2]));
  const accept = () => hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, other);
  hall.set('2020-05-25T17:01+08:00');
  await expect(accept()).rejects.toEqual(broken);
  hall.set('2020-05-25T17:00+08:00');
  await accept();
});
