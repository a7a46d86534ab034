import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

const AIMS = /(?:目标|计划|打算)(?:任务)?$/;
const WORKS = /(?:安排|重点|思路|任务|举措|措施)$/;
const NEXT = /下一?步|今后|明年|下一?年|来年/;

/** 七、2024年主要目标 in a report on 2023: what is wanted of a year is no figure of it. */
export function isAhead({ topic, section }: Statement, year: number | null): boolean {
  return [topic, section].some((heading) => {
    const words = tight(heading);
    const named = /(20\d\d)年/.exec(words)?.[1];
    const isLater = NEXT.test(words) || (year !== null && named !== undefined && Number(named) > year);
    return isLater ? AIMS.test(words) || WORKS.test(words) : named !== undefined && AIMS.test(words);
  });
}
