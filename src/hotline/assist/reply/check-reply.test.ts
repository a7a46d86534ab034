import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedFile } from '#lib/testing/shared.ts';
import { readLines } from '../topics/letters.ts';
import { checkReply } from './check-reply.ts';
import { questionsIn } from './questions.ts';

const letter = '路灯不亮\n您好，文化路的路灯坏了半个月。请问什么时候能修好？夜里很黑。';
const good =
  '您好！工作人员已于5月6日电话联系您并说明情况。经查，文化路路灯因电缆老化停电，区城管局将在5月20日前更换电缆并恢复照明。咨询电话0730-8120000。感谢您的来信。2020年5月8日';
const kinds = (reply: string, question = letter): readonly string[] =>
  checkReply({ question, reply, earlierReplies: [] }).map(({ kind }) => kind);

test('a reply that answers, with date, office, telephone and contact, has nothing to add', () => {
  expect(kinds(good)).toEqual([]);
});
test('a reply of formulas alone says nothing', () => {
  expect(kinds('您好！您的来信已收悉，已转有关部门处理，感谢您的支持！2020年5月8日')[0]).toBe('nothing-said');
});
test.each([
  ['no-contact', good.replace('工作人员已于5月6日电话联系您并说明情况。', '')],
  ['no-phone', good.replace('咨询电话0730-8120000。', '')],
  ['no-office', good.replace('区城管局', '我们').replace('工作人员', '已')],
  ['impolite', good.replace('感谢您的来信。', '')],
  ['no-reason', good.replace('经查，', '').replace('因电缆老化', '')],
  ['rough', good.replace('感谢', '请不要无理取闹。感谢')],
])('a reply is told what it lacks: %s', (kind, reply) => {
  expect(kinds(reply)).toEqual([kind]);
});
test('the date under a reply is no date of the matter', () => {
  const undated = good.replace('已于5月6日', '').replace('将在5月20日前', '将尽早');
  expect(kinds(undated)).toContain('no-date');
});
test('a question that is not taken up is named; when it is the only one, that is grave', () => {
  const [first] = checkReply({
    question: '咨询\n请问办理营业执照需要哪些材料？',
    reply: good,
    earlierReplies: [],
  });
  expect(first).toMatchObject({ kind: 'unanswered', severity: 'major' });
  expect(first!.message).toContain('办理营业执照需要哪些材料');
});
test('the answer of another order with figures changed is a copy', () => {
  const [first] = checkReply({
    question: letter,
    reply: good.replace('20日', '25日'),
    earlierReplies: [
      { name: 'HL-2', text: '完全不同的答复，说的是学校招生的事，与路灯没有关系，请按学区范围报名。' },
      { name: 'HL-1', text: good },
    ],
  });
  expect(first).toMatchObject({ kind: 'copied', message: '与 HL-1 的答复几乎相同。请针对本件重新答复' });
});
test.each([
  ['请问车位的价格是怎么定的？天理何在？', ['请问车位的价格是怎么定的?']],
  ['小区的楼顶漏水，物业不管，我想问维修资金怎么申请。', ['我想问维修资金怎么申请。']],
  ['路坏了，请修。', []],
])('questions are found in a letter: %s', (text, questions) => {
  expect(questionsIn(text)).toEqual(questions);
});

const replies = sharedFile('data/mailbox/replies.jsonl.gz');
interface Marked {
  readonly title: string;
  readonly body: string;
  readonly reply: string;
  readonly explainabilityByTeamB: string;
}
test.runIf(replies)(
  'replies that people marked as explaining nothing are found: 96 of 100 marks agree',
  () => {
    const rows = readLines(readFileSync(replies!)).map(([, value]) => value as Marked);
    // The even rows were used to choose the length from which an answer says something.
    const agreed = rows
      .filter((_, i) => i % 2 === 1)
      .map(({ title, body, reply, explainabilityByTeamB }) => {
        const findings = checkReply({ question: `${title}\n${body}`, reply, earlierReplies: [] });
        return findings.some(({ kind }) => kind === 'nothing-said') === (explainabilityByTeamB === '0');
      });
    expect(agreed.filter(Boolean).length / agreed.length).toBeGreaterThan(0.96);
  },
);
