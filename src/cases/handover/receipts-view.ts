import { sql } from 'kysely';
import { Type } from 'typebox';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { handover, type Handover } from './handover.ts';
import { RECEIPT_KINDS, RESULTS, type Receipt } from './words.ts';

const MOST = 1_000;
type Kept = Pick<Handover, 'number' | 'itemName' | 'receipts' | 'outcome' | 'resultNumber'> & {
  readonly source: string;
};

/** A receipt as the other place reads it in: its own number of the envelope first. */
const told = (row: Kept, { kind, number, at, note }: Receipt) => ({
  交接编号: row.source,
  回执种类: RECEIPT_KINDS[kind],
  回执编号: number ?? row.number,
  回执时间: at,
  说明: note,
  结果: kind === 'result' && row.outcome !== null ? RESULTS[row.outcome] : null,
  结果文书号: kind === 'result' ? row.resultNumber : null,
});

/**
 * 回执清单 — `{ items: [{ 交接编号, 回执种类, 回执编号, 回执时间, 说明, 结果, 结果文书号 }] }`: the receipts for the envelopes that one
 * place sent us, in the form in which it imports them.
 */
export const receiptsFor = view({
  name: 'cases.handover-receipts',
  title: '回执清单',
  path: '/handovers/receipts',
  may: { 'cases.liaison': 'toPlace' },
  query: Type.Object({
    from: Type.String({ title: '收件地代码', pattern: '^[0-9]{6,12}$', wrong: '应为行政区划代码' }),
    since: Type.Optional(Type.String({ title: '回执时间自', format: 'date' })),
  }),
  read: async ({ db, query, by, app }) => {
    const seen = withinSight(handover, by, app) ?? refuse('lib.missing-role', { title: '回执清单' });
    const { rows } = await sql<Kept>`select number, item_name as "itemName", receipts, outcome,
        result_number as "resultNumber", source_number as source
      from handover where not is_from_here and from_place = ${query.from} and ${seen}
      order by id desc limit ${MOST}`.execute(db);
    const items = rows.flatMap((row) => row.receipts.map((each) => told(row, each)));
    return { items: items.filter((each) => query.since === undefined || each.回执时间 >= query.since) };
  },
});
