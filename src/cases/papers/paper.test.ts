import { expect, test } from 'vitest';
import { writePaper, type Block } from '#documents/index.ts';
import { day, instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { KINDS, titleOf } from './kinds.ts';
import { casePaper } from './paper.ts';

const at = instant('2020-05-11T09:00+08:00');
const row = {
  number: 'BJ2020000001',
  state: 'accepted',
  itemName: '取水许可',
  isLicence: true,
  department: 'u',
  receivedAt: at,
  tellByAt: instant('2020-05-18T17:00+08:00'),
  acceptedAt: at,
  acceptance: 'standard',
  extendedAt: null,
  extensionNotice: null,
  papers: [
    { name: '申请书', isMain: true, state: 'present', copies: 1, at, document: null, because: null },
    { name: '协议', isMain: false, state: 'outstanding', copies: 2, at: null, document: null, because: null },
  ],
  gaps: [{ paper: '协议', what: '缺第三者签字', by: 'u' }],
  correctionAskedAt: at,
  correctBy: '2020-06-01',
  legalClock: { startAt: at, limit: { amount: 20, unit: 'working-day' }, pauses: [], extensions: [] },
  legalDueAt: instant('2020-06-08T17:00+08:00'),
  promisedClock: { startAt: at, limit: { amount: 14, unit: 'natural-day' }, pauses: [], extensions: [] },
  promisedDueAt: instant('2020-05-26T00:00+08:00'),
  outstandingDueAt: instant('2020-05-20T17:00+08:00'),
  tolerancePromise: null,
  outcome: null,
  reason: null,
  resultNumber: null,
  validUntil: null,
  renewalEndsOn: null,
  deemedRenewedAt: null,
  badFaith: null,
  barredUntil: null,
  endedAt: null,
  decidedAt: null,
  revokedAt: null,
  revokedBecause: null,
  revokedBasis: null,
  decisionCorrectedAt: null,
  declinedGround: null,
  competentBody: null,
  halt: null,
  promise: null,
  commitmentSigned: null,
} as unknown as CaseFile;
const of = (kind: keyof typeof KINDS, more: Partial<CaseFile> = {}) =>
  casePaper({
    kind,
    row: { ...row, ...more },
    at,
    applicantName: '甲*',
    nameOf: () => '区水利局',
    special: [special],
    hearing,
    correction,
    commitment,
    site: 'https://example.invalid',
  });
const correction = {
  reason: '录入差错',
  keepsBefore: true,
  resultNumber: '取水（君）字〔2020〕第2号',
  numberBefore: '取水（君）字〔2020〕第1号',
  validUntil: day('2025-05-11'),
  validUntilBefore: null,
  decisionText: null,
  textBefore: null,
};
const commitment = {
  text: '符合取水条件',
  exclusions: ['有失信记录未修复的'],
  replaces: ['协议'],
  checkWithin: 30,
};
const halt = {
  what: 'suspend',
  ground: '不可抗力致使无法继续办理',
  reason: '洪水',
  basis: '行政许可法第四十五条',
  noticeNumber: '君中〔2020〕1号',
  until: day('2020-07-01'),
  condition: '水位退至警戒线以下',
  askedAt: at,
  askedBy: 'a',
  agreedAt: at,
  agreedBy: 'b',
} as const;
const special = {
  kind: 'hearing',
  name: '用水听证会',
  reason: '涉及他人重大利益',
  noticeNumber: '君听告〔2020〕1号',
  estimatedDays: 15,
} as const;
const hearing = {
  within: 20,
  told: {
    ground: 'great-interests',
    reason: '影响下游用水',
    noticeNumber: '君听告〔2020〕2号',
    askDays: 5,
    askBy: day('2020-05-18'),
    heldAt: instant('2020-05-25T09:30+08:00'),
    site: '三楼会议室',
    presiderName: '法制股长',
    dayNotice: '君听通〔2020〕2号',
    parties: [
      { who: 'applicant', askedAt: null, waivedAt: null },
      { who: 'interested', askedAt: null, waivedAt: null },
    ],
  },
} as const;
const textOf = (block: Block): string =>
  block.kind === 'table'
    ? block.rows
        .map((cells) => cells.flatMap(({ runs }) => runs.map(({ text }) => text)).join('|'))
        .join('\n')
    : 'runs' in block
      ? block.runs.map(({ text }) => text).join('')
      : block.kind === 'qr'
        ? block.text
        : '';
const said = (...asked: Parameters<typeof of>): readonly string[] => of(...asked).blocks.map(textOf);

test('the receipt says what came and that receipt is no acceptance, and until when a gap would be told', () => {
  expect(of('receipt')).toMatchObject({ title: '收件凭证', subtitle: '编号：BJ2020000001-收' });
  expect(said('receipt')).toEqual([
    '甲*：',
    '你（单位）于2020年5月11日提出的「取水许可」申请已收到，收到的材料见下表。收件不等于受理。',
    '材料|份数|情况\n申请书|1|已交\n协议|2|容缺待补',
    '材料不齐全或者不符合法定形式的，我们将最迟于2020年5月18日一次告知需要补正的全部内容；逾期不告知的，自收到材料之日起即为受理。',
    '区水利局',
    '2020年5月11日',
    '（加盖行政审批受理专用印章）',
    'https://example.invalid/cases?number=BJ2020000001',
    '办理时间：2020年5月11日 09:00。本文书一式两份，申请人和受理窗口各执一份。',
  ]);
});

test('a decision for bad faith says what was found, the article, and the last day of the bar', () => {
  const found = {
    isLicence: true,
    badFaith: 'false-material',
    barredUntil: '2021-05-11',
  } as Partial<CaseFile>;
  expect(said('decline', found)).toContain(
    '经查明，申请人提供虚假材料。依照《中华人民共和国行政许可法》第七十八条，给予警告；至2021年5月11日（含当日）不得再次申请该行政许可。',
  );
  expect(said('revocation', { ...found, badFaith: 'bribery', barredUntil: null })).toContain(
    '经查明，申请人以贿赂手段取得。依照《中华人民共和国行政许可法》第七十九条，依法给予行政处罚。',
  );
});

test('what the law renewed has a notice of its own and no decision of the body', () => {
  const renewed = {
    ...row,
    outcome: 'granted',
    decidedAt: at,
    deemedRenewedAt: at,
    renewalEndsOn: '2020-05-10',
    validUntil: '2021-05-10',
  } as CaseFile;
  expect([KINDS.grant.at(renewed), KINDS['deemed-renewal'].at(renewed)]).toEqual([null, at]);
  expect(said('deemed-renewal', renewed).slice(1, 4)).toEqual([
    '你（单位）在法定期限内申请延续「取水许可」，原有效期至2020年5月10日，届满前没有作出是否准予延续的决定。',
    '依照《中华人民共和国行政许可法》第五十条，视为准予延续，有效期至2021年5月10日。',
    '延续后的证照、文书将依法制作并送达。',
  ]);
});

test('the one notice names every gap, who found it, and the last day', () => {
  expect(said('correction').slice(1, 4)).toEqual([
    '你（单位）申请的「取水许可」，材料需要补正，全部内容见下表，此后不再另行要求补正。',
    '材料|缺什么、怎样补|提出单位\n协议|缺第三者签字|区水利局',
    '请于2020年6月1日前（含当日）补正。',
  ]);
});

test('the acceptance names both limits by their last day, and what may still follow', () => {
  // Fourteen natural days from 11 May end with the midnight after the 25th.
  expect(said('acceptance').slice(1, 4)).toEqual([
    '你（单位）申请的「取水许可」，自2020年5月11日起予以受理。',
    '法定办结时限20个工作日，至2020年6月8日。承诺办结时限14个自然日，至2020年5月25日。依法不计入时限的时间除外。',
    '以下材料容缺后补，请最迟于2020年5月20日补齐：协议。',
  ]);
});

test.each(['decline', 'refusal'] as const)(
  '%s: the reason, 60 days for review, 6 months for the court',
  (kind) => {
    const words = said(kind, { reason: '不符合规划' }).join('\n');
    expect(words).toContain('不符合规划');
    expect(words).toMatch(/60日内依法申请行政复议.*6个月内依法向人民法院提起行政诉讼/);
  },
);

test('a decision on what is no licence does not call itself one', () => {
  expect(titleOf('refusal', { isLicence: true })).toBe('不予行政许可决定书');
  expect(titleOf('grant', { isLicence: false })).toBe('准予决定书');
});

test('the two papers of 容缺 name what is owed, and until when', () => {
  const tolerant = { acceptance: 'tolerant' } as const;
  expect(said('tolerance-notice', tolerant).slice(1, 4)).toEqual([
    '你（单位）申请的「取水许可」，主要材料齐全，予以容缺受理。',
    '请最迟于2020年5月20日补齐以下材料：协议。',
    '材料补齐前不作出决定；逾期未补齐的，终止办理，并按规定记录。',
  ]);
  const promise = said('tolerance-promise', tolerant).join('\n');
  expect(promise).toContain('下列材料暂缺，申请容缺受理：协议。');
  expect(promise).toContain('（申请人签名或者盖章）');
  expect(promise).toContain('一式两份');
});

test('the right to a hearing is told with its last day, the day of one with place and presider; a decision names it', () => {
  const right = said('hearing-right');
  expect(right[1]).toContain(
    '直接涉及申请人与他人之间重大利益关系。在作出决定前，申请人、利害关系人享有要求听证的权利。',
  );
  expect(right[3]).toContain('自被告知之日起5个工作日内（最迟2020年5月18日）');
  expect(right[4]).toContain(
    '在20个工作日内组织听证，听证所需时间不计入审批期限。申请人、利害关系人不承担组织听证的费用。',
  );
  expect(said('hearing-right', { isLicence: false })[1]).toContain('关于「取水许可」的申请，');
  const day = said('hearing-notice');
  expect(day[1]).toContain('定于2020年5月25日 09:30在三楼会议室举行听证');
  expect(day[2]).toContain('主持人：法制股长。认为主持人与本事项有直接利害关系的，有权申请回避。');
  const heldAt = instant('2020-05-25T09:30+08:00');
  const kept = { toldAt: at, dayToldAt: at, heldAt, minutes: 'm', waivers: [] };
  for (const kind of ['grant', 'refusal'] as const) {
    expect(said(kind, { hearing: kept })).toContain('本决定根据2020年5月25日举行的听证的笔录作出。');
    expect(said(kind).join('\n')).not.toContain('笔录');
  }
});

test('an extension tells how long, why and until when; a special procedure how long it takes', () => {
  const extension = { amount: 10, reason: '论证复杂', approvedAt: at };
  const longer = {
    extendedAt: at,
    extensionNotice: '君延〔2020〕1号',
    legalDueAt: instant('2020-06-22T17:00+08:00'),
    legalClock: { ...row.legalClock!, extensions: [extension] },
  };
  expect(said('extension', longer).slice(1, 5)).toEqual([
    '你（单位）申请的「取水许可」，不能在法定期限内作出决定，经本行政机关负责人批准，延长10个工作日。',
    '延长的理由：论证复杂',
    '延长后的法定期限至2020年6月22日。',
    '告知书文号：君延〔2020〕1号',
  ]);
  expect(said('special-procedure').slice(1, 3)).toEqual([
    '你（单位）申请的「取水许可」，依法需要进行听证（用水听证会），预计需要15个工作日。',
    '理由和依据：涉及他人重大利益',
  ]);
});

const REMEDIES =
  '如不服本决定，可以自收到本决定书之日起60日内依法申请行政复议，也可以自收到本决定书之日起6个月内依法向人民法院提起行政诉讼。';

test('an end without decision says why, on what ground, that one may apply again, and the remedies', () => {
  const ended = {
    state: 'terminated',
    outcome: 'not-corrected',
    reason: '逾期未补正协议',
    endedAt: at,
  } as const;
  expect(of('termination', ended)).toMatchObject({
    title: '终止办理通知书',
    subtitle: '编号：BJ2020000001-终',
  });
  expect(said('termination', ended).slice(1)).toEqual([
    '你（单位）申请的「取水许可」，决定终止办理。',
    '理由：逾期未补正协议',
    '依据：《中华人民共和国行政许可法》第三十二条规定的一次性告知后，在告知的期限内（2020年6月1日前）没有补正，申请不符合受理条件。',
    '终止办理后，可以重新提出申请；已经提交的材料可以取回。',
    REMEDIES,
    '区水利局',
    '2020年5月11日',
    '（加盖行政机关印章）',
    'https://example.invalid/cases?number=BJ2020000001',
    '办理时间：2020年5月11日 09:00。本文书一式两份，申请人和受理窗口各执一份。',
  ]);
  expect(said('termination', { ...ended, outcome: 'not-supplied' }).join()).toContain('容缺受理承诺');
  // What is no licence does not rest on the licensing law.
  expect(said('termination', { ...ended, isLicence: false }).join()).not.toContain('行政许可法');
});

test('a revocation names the decision that falls, the reason, the article, and the remedies', () => {
  const fallen = {
    state: 'revoked',
    outcome: 'granted',
    decidedAt: at,
    revokedAt: at,
    resultNumber: '君水许〔2020〕1号',
    revokedBecause: '以欺骗手段取得',
    revokedBasis: '水法第四十八条',
  } as const;
  expect(of('revocation', fallen)).toMatchObject({
    title: '撤销行政许可决定书',
    subtitle: '编号：BJ2020000001-撤',
  });
  expect(said('revocation', fallen).slice(1, 6)).toEqual([
    '你（单位）申请的「取水许可」，本机关2020年5月11日作出的准予决定（结果文书号：君水许〔2020〕1号），决定予以撤销，自撤销之日起失效，请交回结果文书。',
    '理由：以欺骗手段取得',
    '依据：水法第四十八条、《中华人民共和国行政许可法》第六十九条',
    '合法权益因撤销受到损害的，可以依照《中华人民共和国行政许可法》第六十九条要求赔偿；以欺骗、贿赂等不正当手段取得的，基于该许可取得的利益不受保护。',
    REMEDIES,
  ]);
  expect(said('revocation', { ...fallen, revokedBasis: '行政许可法第六十九条' })[3]).toBe(
    '依据：行政许可法第六十九条',
  );
  expect(titleOf('revocation', { isLicence: false })).toBe('撤销决定书');
});

test('the promise is there to be signed before the acceptance, once only lesser papers lack', () => {
  const lacks = (isMain: boolean) =>
    ({ ...row, state: 'received', papers: [{ ...row.papers[0]!, isMain, state: 'missing' }] }) as CaseFile;
  expect(KINDS['tolerance-promise'].at(lacks(false))).toBe(at);
  expect(KINDS['tolerance-promise'].at(lacks(true))).toBeNull();
  expect(KINDS['tolerance-promise'].at(row)).toBeNull();
  expect(KINDS['commitment-promise'].at(lacks(true))).toBe(at);
  expect(KINDS['commitment-promise'].at(row)).toBeNull();
  expect(KINDS['commitment-promise'].at({ ...row, acceptance: 'committed' })).toBe(at);
  const paused = { ...row.legalClock!, pauses: [{ from: at, to: null, reason: '听证' }] };
  expect(KINDS['special-procedure'].at({ ...row, legalClock: paused })).toBe(at);
});

test('a correction of a decision says what stood and what stands, a suspension until when', () => {
  const told = (kind: keyof typeof KINDS, more: Partial<CaseFile> = {}) =>
    JSON.stringify(of(kind, more).blocks);
  const mended = told('decision-correction', { decidedAt: at });
  expect(mended).toContain('结果文书号由「取水（君）字〔2020〕第1号」更正为「取水（君）字〔2020〕第2号」');
  expect(mended).toContain('有效期更正为「2025年5月11日」');
  expect(mended).not.toContain('决定文字');
  const stopped = told('suspension', { halt });
  expect(stopped).toContain('预计于2020年7月1日恢复办理；出现下列情况即恢复办理：水位退至警戒线以下');
  expect(stopped).toContain('告知书文号：君中〔2020〕1号');
  const promised = told('commitment-promise');
  for (const words of [
    '代替，不再索要：协议',
    '有失信记录未修复的',
    '30个工作日内对承诺进行核查',
    '承诺：符合取水条件',
  ])
    expect(promised).toContain(words);
});

test('who is turned away is told on which ground, and where to go instead', () => {
  const told = (more: Partial<CaseFile>) => JSON.stringify(of('decline', more).blocks);
  expect(told({ declinedGround: 'not-competent', competentBody: '市水利局' })).toContain(
    '情形：不属于本机关职权范围，请向市水利局申请。',
  );
  expect(told({ declinedGround: 'not-corrected' })).toContain('情形：一次性告知后，在告知的期限内没有补正。');
  expect(told({})).not.toContain('情形');
});

test('only what was done has a paper', () => {
  const open = (each: CaseFile) =>
    Object.entries(KINDS).flatMap(([kind, { at: done }]) => (done(each) === null ? [] : [kind]));
  expect(open({ ...row, correctionAskedAt: null })).toEqual(['receipt', 'acceptance']);
  expect(open({ ...row, state: 'applied', correctionAskedAt: null, acceptedAt: null })).toEqual(['receipt']);
  const refused = { ...row, outcome: 'refused', decidedAt: at } as CaseFile;
  expect(open(refused)).toEqual(['receipt', 'correction', 'acceptance', 'refusal']);
  const ended = { ...row, state: 'terminated', outcome: 'terminated', endedAt: at } as CaseFile;
  expect(open(ended)).toEqual(['receipt', 'correction', 'acceptance', 'termination']);
  const fallen = { ...row, state: 'revoked', outcome: 'granted', decidedAt: at, revokedAt: at } as CaseFile;
  expect(open(fallen)).toEqual(['receipt', 'correction', 'acceptance', 'grant', 'revocation']);
});

test.each(['docx', 'pdf', 'html'] as const)('every kind can be written as %s', async (format) => {
  for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[])
    expect((await writePaper(of(kind, { halt }), format)).byteLength).toBeGreaterThan(500);
});
