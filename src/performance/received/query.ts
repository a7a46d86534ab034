import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { calendarNow } from '#calendar/index.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Words } from '../fields.ts';
import { termFrom } from './calendar.ts';
import { isOpen, keyedFindings } from './finding-key.ts';
import { letterText } from './letter-text.ts';
import { queryLetter } from './letter.ts';
import { receivedReport } from './report.ts';
import '../refusals.ts';

/** 发疑点函 — about the chosen findings, or all major ones; the term is in working days. */
export const query = action(receivedReport, {
  name: 'query',
  title: '发疑点函',
  may: { 'finance.reviewer': 'region' },
  from: ['received', 'queried', 'answered'],
  to: ['queried'],
  input: Type.Object({
    findings: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f]{12}$' }), {
        title: '所询问题',
        minItems: 1,
        maxItems: 200,
      }),
    ),
    days: Type.Optional(Type.Integer({ title: '答复期限（工作日）', minimum: 1, maximum: 60 })),
  }),
  needs: { calendar: calendarNow },
  decide({ report, input, calendar, now }) {
    const wanted = input.findings && new Set(input.findings);
    const findings = keyedFindings(report.audit).filter(
      (each) => isOpen(each) && (wanted ? wanted.has(each.key) : each.severity === 'major'),
    );
    if (findings.length === 0) return refuse('performance.nothing-to-ask');
    const { region, organisation, organisationName, title } = report;
    const days = input.days ?? 10;
    const due = termFrom(now, days, calendar);
    return [
      { state: 'queried' },
      create(queryLetter, {
        state: 'sent',
        report: report.id,
        region,
        organisation,
        organisationName,
        findings: findings.map((each) => each.key),
        text: letterText({ unit: organisationName, title, findings, dueOn: due.on }),
        sentAt: now,
        dueOn: due.on,
        days,
        dueBecause: due.steps,
      }),
    ];
  },
});

type OfReport = { readonly row: { readonly report: string } };

/** 答复 — by the department itself, or entered for it; with the last letter answered, so is the report. */
export const answer = action(queryLetter, {
  name: 'answer',
  title: '答复疑点函',
  may: {
    'performance.writer': 'organisation',
    'performance.leader': 'organisation',
    'finance.reviewer': 'region',
  },
  from: ['sent'],
  to: ['answered'],
  input: Type.Object({ answer: Words('答复', 10_000) }),
  needs: { all: rows(queryLetter, ({ row }: OfReport) => ({ report: row.report })) },
  decide({ letter, report, input, all, now }) {
    const done = { state: 'answered', answer: input.answer, answeredAt: now } as const;
    const isLast = all.every((each) => each.id === letter.id || each.state !== 'sent');
    return isLast && report.state === 'queried'
      ? [done, change(receivedReport, report, { state: 'answered' })]
      : done;
  },
});

/** 核销 — the office has looked at the answer. */
export const closeLetter = action(queryLetter, {
  name: 'close',
  title: '核销疑点函',
  may: { 'finance.reviewer': 'region' },
  from: ['answered'],
  to: ['closed'],
  input: Type.Object({ verdict: Words('核销意见', 2000) }),
  decide: ({ input }) => ({ state: 'closed', verdict: input.verdict }),
});
