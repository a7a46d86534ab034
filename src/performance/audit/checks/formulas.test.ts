import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused } from '../testing/sentence.ts';

describe('a printed working is done again as a whole or not at all', () => {
  test.each([
    '在编人员52人，控制率=在编52/编制54×100%=96.30%。',
    '公用支出比上年（88.4-91.3）/91.3×100%=-3.18%。',
    '执行率=全年支出247.5万元/全年预算250万元×100%=99.00%。',
    '满意度=（满意271+基本满意20）/收回问卷300×100%=97.00%。',
    '时效得分=12×95.5%=11.46分，服务得分：4×2.5=10。',
    // without the sign of the hundred, or without it behind the result
    '办结率=1188÷1200×100=99%；按期率=1176/1200×100%=98.00。',
    // several numbers with words between are no working
    '共3次检查 5人×2=10人次。',
    '2023/6=一期。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));

  test.each([
    // 52 ÷ 54 = 96.30 %
    ['控制率=在编52/编制54×100%=93.60%。', '在编52/编制54×100% = 96.3%，文中为93.60%'],
    // 271 + 20 = 291 of 300
    ['满意度=（满意271+基本满意20）/收回问卷300×100%=95.00%。', '= 97%，文中为95.00%'],
  ])('%s', (text, calc) => {
    const [found] = auditDocument(fromText(`某局2023年度工作报告\n${text}`)).findings.filter(
      ({ verdict }) => verdict === 'contradiction',
    );
    expect(found?.calc).toContain(calc);
  });
});
