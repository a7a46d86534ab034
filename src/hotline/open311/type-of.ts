import { isCalledReport } from '../order/report-words.ts';
import type { OrderType } from '../order/words.ts';

/**
 * Words that say what somebody wants, in the order in which they decide: who reports another must be protected, whoever
 * thanks is not helped. A client that knows better says so in `type`.
 */
const SAID: readonly (readonly [OrderType, RegExp])[] = [
  ['praise', /表扬|点赞|感谢信|送锦旗/],
  ['complaint', /投诉|态度恶劣|态度差|拒不|推诿|乱收费|不作为/],
  ['suggestion', /建议|提议/],
  ['consultation', /咨询|请问|想问|如何(?:办理|申请|查询)|怎么(?:办理|申请|查询)|需要(?:哪些|什么)材料/],
];
/** Matters that are a report whatever words are used. */
const REPORTS = /^纪检监察(?:\/|$)/;

/** What kind of request a foreign client's text is; 求助 when its words say nothing else. */
export function typeOf(topic: string, text: string): OrderType {
  if (REPORTS.test(topic) || isCalledReport(text)) return 'report';
  return SAID.find(([, words]) => words.test(text))?.[0] ?? 'help';
}
