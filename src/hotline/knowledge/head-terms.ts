import { pairsOf } from '#lib/bigrams.ts';
import type { Weigh } from '../search/likeness.ts';

const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Words of asking and of every desk: an entry is not about them. */
const OF_ASKING = new Set(
  (
    '怎么 怎样 如何 什么 哪些 哪里 哪儿 多久 多少 需要 可以 能否 是否 有没有 为什么 要带 材料 手续 流程 办理 办法 处理 申请 申报 ' +
    '登记 咨询 查询 反映 举报 投诉 求助 报修 电话 地点 时间 问题 情况 部门 规定 通知 发现 我们 你们 小区 家里'
  ).split(' '),
);
const FILLERS = new Set('的了吗呢吧啊么和与或在有没不要会能被把向对给到从就也都又还很谁找问办请去来带用是');
const isHan = (word: string): boolean => /^\p{Script=Han}+$/u.test(word);

/**
 * What a title or a question is about, in words: 路灯不亮向谁报修 → 路灯. Single characters that stand together are one word
 * (公积金), for no dictionary has all of them; words of asking are left out, unless there are no others.
 */
export function termsOf(head: string): readonly string[] {
  const terms: string[] = [];
  let single = '';
  const end = (): void => {
    if (single.length > 1) terms.push(single);
    single = '';
  };
  for (const { segment, isWordLike } of WORDS.segment(head.normalize('NFKC').toLowerCase())) {
    if (isHan(segment) && segment.length === 1 && !FILLERS.has(segment)) {
      single += segment;
      continue;
    }
    end();
    if (isWordLike === true && segment.length > 1) terms.push(segment);
  }
  end();
  const about = terms.filter((term) => !OF_ASKING.has(term));
  return [...new Set(about.length > 0 ? about : terms)];
}

/** So much of a word must have been said for the word to count as said. */
const SAID = 0.5;

/**
 * How much of what a head is about was said, from 0 to 1, each word by how telling it is. A long sentence that has the
 * word counts as much as the word alone: what else was said takes nothing away.
 */
export function headCovered(head: string, said: ReadonlySet<string>, weigh: Weigh): number {
  let [covered, all] = [0, 0];
  for (const term of termsOf(head)) {
    const pairs = pairsOf(term);
    if (pairs.length === 0) continue;
    const weight = Math.max(...pairs.map(weigh));
    const share = pairs.filter((pair) => said.has(pair)).length / pairs.length;
    all += weight;
    covered += share >= SAID ? weight * share : 0;
  }
  return all === 0 ? 0 : covered / all;
}
