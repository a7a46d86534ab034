import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused } from '../testing/sentence.ts';
import { paragraphsOf } from './paragraphs.ts';
import { statementsOf } from './statement.ts';

const periodsIn = (text: string): readonly string[] =>
  paragraphsOf([{ number: 1, text }])
    .flatMap(statementsOf)
    .map(({ figure, period }) => `${figure.printed} ${period}`);

test('a bracket behind 较2019年 belongs to 2019, and what follows it does not', () => {
  expect(
    periodsIn('2020年抽检1300批次，较2019年（1228批次、合格1192批次、合格率97.07%）增加72批次，问题26个。'),
  ).toEqual(['1300 2020年', '1228 2019年', '1192 2019年', '97.07 2019年', '72 2020年', '26 2020年']);
});

test('a bracket that begins with its year keeps it to its end', () => {
  expect(periodsIn('2020年受理120件（2019年为100件，办结96件），办结118件。')).toEqual([
    '120 2020年',
    '100 2019年',
    '96 2019年',
    '118 2020年',
  ]);
});

test('figures of another year in a bracket are not held against the table of this one', () => {
  const table =
    '环节\t抽检批次\t合格批次\t合格率\n生产\t218\t213\t97.71%\n流通\t776\t762\t98.20%\n合计\t994\t975\t98.09%';
  const text = `某县2020年度食品抽检通报\n2020年抽检994批次，合格975批次，合格率98.09%，较2019年（928批次、合格902批次、合格率97.20%）上升0.89个百分点。\n${table}`;
  const { findings } = auditDocument(fromText(text));
  expect(findings.filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
});

test('a rate in the bracket is answered by the counts of the bracket', () => {
  // 165 ÷ 180 = 91.67 %
  const text =
    '2023年抽测点位200个，监测达标188个，超标12个，点位达标率94.0%，较2019年（180个点位、达标165个、达标率91.7%）提高2.3个百分点。';
  expect(accused(text)).toEqual([]);
});
