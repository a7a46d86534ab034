import { describe, expect, test } from 'vitest';
import { channelTold, findInTime, findState, typeTold } from './told-words.ts';

describe('the state that a source names', () => {
  test.each([
    ['未办结', 'signed'],
    ['尚未办结', 'signed'],
    ['逾期未办结', 'signed'],
    ['未办结（已延期）', 'signed'],
    ['正在办理', 'signed'],
    ['办理中', 'signed'],
    ['在办', 'signed'],
    ['办理中，未办结', undefined],
    ['已转办未办结', undefined],
    ['办结中', undefined],
    ['办理', undefined],
    ['未归档', undefined],
    ['不予办结', undefined],
    ['无需办结', undefined],
    ['未处理', 'registered'],
    ['待派单', 'registered'],
    ['已办结', 'closed'],
    ['办结', 'closed'],
    ['按期办结', 'closed'],
    ['超期办结', 'closed'],
    ['已办结归档', 'closed'],
    ['已 办理', 'closed'],
    ['已答复（满意）', 'replied'],
  ])('%s', (told, state) => {
    expect(findState(told)).toBe(state);
  });
});

describe('the channel that a source names', () => {
  test.each([
    ['手机来电', 'phone'],
    ['手机电话', 'phone'],
    ['固定电话', 'phone'],
    ['12345热线', 'phone'],
    ['12345', 'phone'],
    ['手机客户端', 'app'],
    ['手机APP', 'app'],
    ['热线网站', 'web'],
    ['微信公众号', 'wechat'],
    ['区长信箱', 'mailbox'],
    ['来访', '来访'],
  ])('%s', (told, channel) => {
    expect(channelTold(told)).toBe(channel);
  });
});

test.each([
  '举报',
  '举报类',
  '投诉举报',
  '匿名举报',
  '投诉/举报',
  '违法举报',
  '举报件',
  '检举控告',
  '揭发',
  '舉報',
  'Report',
  'REPORT',
  '举 报',
])('%s is a report: who made it may not be known', (told) => {
  expect(typeTold(told)).toBe('report');
});
test('a type of theirs that is none of ours stays theirs', () => {
  expect(typeTold('信访件')).toBe('信访件');
});

test.each([
  ['超期办结', false],
  ['逾期', false],
  ['按期办结', true],
  ['按时结案', true],
  ['未超期', undefined],
  ['非按时结案', undefined],
  ['逾期未办结', undefined],
  ['已办结', undefined],
])('%s', (told, isOnTime) => {
  expect(findInTime(told)).toBe(isOnTime);
});
