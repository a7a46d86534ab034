import { formatDay, type Day } from '#lib/time.ts';
import { describeFinding } from '../audit/index.ts';
import type { Finding } from '../audit/audit.ts';

interface LetterFacts {
  readonly unit: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly dueOn: Day;
}

/** 疑点函 in neutral words: what does not fit, shown with its working, and until when an answer is asked for. */
export function letterText({ unit, title, findings, dueOn }: LetterFacts): string {
  const list = findings.map((each, index) => `${index + 1}. ${describeFinding(each)}`);
  return [
    `${unit}：`,
    `　　现就你单位报送的《${title}》函询以下${findings.length}处，请逐条说明或更正：`,
    ...list,
    `　　请于${formatDay(dueOn)}前书面答复，并附相关凭据。属于填报差错的，请一并报送更正后的报告；属于口径不同的，请写明所用口径和数据来源。`,
  ].join('\n');
}
