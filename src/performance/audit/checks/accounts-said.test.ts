import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { accused, said } from '../testing/sentence.ts';

const YEAR = '本年收入合计164.30万元，本年支出合计158.75万元';

describe('the account of a sentence', () => {
  // 12.60 + 164.30 − 158.75 = 18.15
  test('is asked about where something may lie between', () =>
    expect(accused(`年初结转和结余12.60万元，${YEAR}，年末结转和结余28.15万元。`)).toEqual([]));
  test('and accused where the text says that nothing does', () =>
    expect(
      accused(
        `年初结转和结余12.60万元，${YEAR}，年末结转和结余28.15万元。没有结余分配和使用非财政拨款结余。`,
      ),
    ).toEqual(['sum']));
  test('what the year began with may stand behind what it ended with', () =>
    // 12.60 + 5.55 = 18.15; 18.15 ÷ 12.60 − 1 = 44.05 %
    expect(said(`${YEAR}，年末结转和结余18.15万元，比年初的12.60万元增长44.05%。`, 'doubtful')).toEqual([]));
});

describe('what was handed up', () => {
  test('is neither spent nor left', () =>
    // 86.2 + 1240.6 − 1198.3 − 40 = 88.5
    expect(
      said(
        '年初结余86.2万元，全年收入1240.6万元，支出1198.3万元，上缴财政40万元，年末结余88.5万元。',
        'doubtful',
      ),
    ).toEqual([]));
});

describe('parts', () => {
  test('need not be all where nothing says that they are', () =>
    expect(said('总诊疗人次118.62万人次，其中医院46.38万人次，基层机构66.10万人次。', 'doubtful')).toEqual(
      [],
    ));
  test('are all where the text says so', () =>
    // 283 + 171 = 454
    expect(
      accused('共接待来访群众426人次，其中个人访283人次、集体访171人次，两项合计即为全部来访。'),
    ).toEqual(['sum']));
  test('of a rest that is not printed are no parts of what stands before it', () =>
    expect(
      said(
        '免费乘车412.7万人次；学生卡优惠96.8万人次；其余为普通乘客，其中扫码支付538.4万人次。',
        'doubtful',
      ),
    ).toEqual([]));
});

describe('the whole of a public budget', () => {
  const budget = (all: string): readonly string[] =>
    auditDocument(
      asGrid([
        '某镇2023年财政决算',
        {
          title: '收入决算表（单位：万元）',
          rows: [
            ['项目', '年初预算', '决算数'],
            ['税收收入', '1860', '2105'],
            ['非税收入', '420', '388'],
            ['收入合计', '2280', '2493'],
            ['上级补助收入', '3100', '3204'],
            ['上年结余', '200', '212'],
            ['收入总计', '5580', all],
          ],
        },
      ]),
    )
      .findings.filter(({ verdict }) => verdict !== 'consistent')
      .map(({ kind, b }) => `${kind} ${b}`);

  // 2493 + 3204 + 212 = 5909
  test('gathers the year and what came from elsewhere', () => expect(budget('5909')).toEqual([]));
  test('and is held to it', () => expect(budget('5990')).toEqual(['sum 5909']));
});
