import { cell, headCell, heading, table, type Block, type Cell } from '#documents/index.ts';
import { dayOf, formatDay } from '#lib/time.ts';
import type { SignOff, Step } from '../evaluation/parts.ts';
import type { Writing } from './reported.ts';

/** The last sign-off of a step since the evaluation last came back. */
function latest(signOffs: readonly SignOff[], step: Step): SignOff | undefined {
  const round = signOffs.slice(signOffs.findLastIndex((each) => each.step === 'returned') + 1);
  return round.findLast((each) => each.step === step);
}

function opinion(label: string, signed: SignOff | undefined): readonly Cell[] {
  const text = signed
    ? `${signed.opinion}\n${signed.name}　${formatDay(dayOf(signed.at))}`
    : '\n签章：　　　　　　年　　月　　日';
  return [headCell(label), cell(text, { columnSpan: 3 })];
}

/** 四、评价人员: offices, room for signatures, and the opinions in the order of the form. */
export function evaluators({ content, course }: Writing): readonly Block[] {
  const signOffs = course?.signOffs ?? [];
  const people = content.evaluators.map(({ office, organisation }) => [
    cell(''),
    cell(office),
    cell(organisation),
    cell(''),
  ]);
  return [
    heading(1, '四、评价人员'),
    table('评价人员', { columns: [3, 5, 5, 4] }, [
      ['姓  名', '职务/职称', '单  位', '签  字'].map((each) => headCell(each)),
      ...people,
    ]),
    // Signatures have no use for the head row of the list, so they are a table of their own.
    table('评价意见', { columns: [3, 5, 5, 4], headerRows: 0 }, [
      opinion('评价组组长（签字）', latest(signOffs, 'checked')),
      opinion('部门（单位）意见', latest(signOffs, 'signed')),
      opinion('财政部门归口业务科室意见', latest(signOffs, 'reviewed')),
      opinion('填报人（签名）', latest(signOffs, 'scored')),
    ]),
  ];
}
