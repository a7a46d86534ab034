import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

const findings = (text: string): readonly string[] => [...accused(text), ...said(text, 'doubtful')];

describe('a bare sum is of whatever its paragraph began with', () => {
  test.each([
    '社区微更新：预算86万元，支出82.4万元，执行率95.8%。\n网格补贴：预算126万元，支出126万元，执行率100%。',
    '社区微更新。全年支出82.4万元，完成点位12个。\n网格员补贴。全年支出126万元，发放210人。',
    '项目一：社区微更新。预算86万元，支出82.4万元。\n项目二：网格补贴。预算126万元，支出126万元。',
    '培训中心全年收入86.2万元，支出82.4万元，结余3.8万元。\n信息中心全年收入62.6万元，支出61.2万元，结余1.4万元。',
  ])('%s', (text) => expect(findings(text)).toEqual([]));

  test('and of the unit where nothing else was named', () =>
    expect(
      accused('2023年全年支出合计1262.8万元。\n全年支出合计1226.8万元，其中人员经费800万元。'),
    ).toContain('equal'));
});
