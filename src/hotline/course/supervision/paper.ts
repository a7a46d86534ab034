import { note, paragraph, type Paper } from '#documents/index.ts';
import type { RowOf } from '#lib/action/noun.ts';
import { addDays, dayOf, formatChinese, formatDay } from '#lib/time.ts';
import { COPIES, PAPERS, type supervision } from './supervision.ts';

interface Served {
  readonly supervision: RowOf<typeof supervision>;
  readonly unitName: string;
  readonly issuer: string;
}

/** The notice as it is served: to whom, about which order, what is asked and until when, who else reads it. */
export function supervisionPaper({ supervision: row, unitName, issuer }: Served): Paper {
  const { dueAt, answer, answeredAt } = row;
  return {
    title: PAPERS[row.paper],
    subtitle: `编号：${row.number}　工单：${row.orderNumber}`,
    blocks: [
      paragraph(`${unitName}：`, { indent: false }),
      paragraph(row.text),
      // The period ends with the midnight after its last day: people name the day.
      ...(dueAt === null ? [] : [paragraph(`请于${formatDay(addDays(dayOf(dueAt), -1))}内书面回复。`)]),
      paragraph(issuer, { align: 'right' }),
      paragraph(formatDay(dayOf(row.issuedAt)), { align: 'right' }),
      ...(answer === null || answeredAt === null
        ? []
        : [paragraph(`回复（${formatChinese(answeredAt)}）：${answer}`)]),
      ...(row.copyTo === 'nobody' ? [] : [note(`抄送：${COPIES[row.copyTo]}`)]),
    ],
  };
}
