import type { NamedFile } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { readMoment } from '#lib/read-moment.ts';
import { land, type Imported, type Importing, type Wish } from '../reading/land.ts';
import { toldRows, type BrokenRow, type Headings, type ToldRow } from '../reading/told-rows.ts';
import { handover, type Handover } from './handover.ts';
import { isTold } from './receipt.ts';
import { recordReceipt } from './record-receipt.ts';
import { RECEIPT_KINDS, RESULTS, type ReceiptKind } from './words.ts';

const HEADINGS = {
  handover: ['交接编号', '编号', '对方编号'],
  kind: ['回执种类', '回执类型', '种类'],
  number: ['回执编号', '回执号'],
  at: ['回执时间', '时间'],
  note: ['说明', '理由', '备注'],
  outcome: ['结果', '办理结果'],
  resultNumber: ['结果文书号', '文书号', '证照编号'],
  resultDays: ['办理时限', '承诺时限'],
} satisfies Headings<string>;
type Field = keyof typeof HEADINGS;

/** The key of a word of ours, by the word itself or the key. */
const keyOf = <K extends string>(titles: Readonly<Record<K, string>>, said: string): K | undefined =>
  (Object.keys(titles) as K[]).find((key) => key === said || titles[key] === said);

type Understood =
  { readonly input: Readonly<Record<string, unknown>> } | { readonly faults: readonly BrokenRow[] };
/** A row as the action takes it, or what is wrong with it. */
function understand({ row, told, nameOf }: ToldRow<Field>): Understood {
  const faults: BrokenRow[] = [];
  const fault = (field: Field, why: string): undefined => {
    faults.push({ row, field: nameOf(field), why });
    return undefined;
  };
  const kind =
    keyOf(RECEIPT_KINDS, told.kind ?? '') ?? fault('kind', `应为${Object.values(RECEIPT_KINDS).join('、')}`);
  const at = readMoment(told.at ?? '') ?? fault('at', '不是时间');
  const outcome =
    told.outcome === undefined
      ? undefined
      : (keyOf(RESULTS, told.outcome) ?? fault('outcome', `应为${Object.values(RESULTS).join('、')}`));
  const days = told.resultDays === undefined ? undefined : /^\d{1,3}/.exec(told.resultDays)?.[0];
  if (told.resultDays !== undefined && days === undefined) fault('resultDays', '应为工作日数');
  if (faults.length > 0) return { faults };
  const said = {
    kind,
    at,
    number: told.number,
    note: told.note,
    outcome,
    resultNumber: told.resultNumber,
    resultDays: days === undefined ? undefined : Number(days),
  };
  return { input: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

/** The envelopes from here with these numbers. */
async function envelopesBy(app: Pick<App, 'query'>, numbers: readonly string[]) {
  const rows = await app.query('select * from handover where number = any($1::text[]) and is_from_here', [
    numbers,
  ]);
  return new Map(rows.map((row) => [row['number'] as string, rowFrom(handover, row) as Handover]));
}
const ORDER: readonly ReceiptKind[] = ['received', 'accepted', 'declined', 'result'];
const rankOf = ({ input }: Wish): string =>
  `${String(input['at'])} ${ORDER.indexOf(input['kind'] as ReceiptKind)}`;

/**
 * 导入回执 — what another place says of our envelopes, in the form of its own list. What was told before changes nothing;
 * several of one envelope land in the order of their times.
 */
export async function importReceipts(
  app: Pick<App, 'engine' | 'now' | 'query'>,
  file: NamedFile,
  choices: Importing = {},
): Promise<Imported> {
  const { rows, broken } = await toldRows(file, HEADINGS, ['handover', 'kind', 'at']);
  const known = await envelopesBy(
    app,
    rows.flatMap(({ told }) => told.handover ?? []),
  );
  const faults: BrokenRow[] = [...broken];
  const wishes: Wish[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const mine = known.get(row.told.handover ?? '');
    const read = understand(row);
    if ('faults' in read) faults.push(...read.faults);
    else if (!mine)
      faults.push({ row: row.row, field: row.nameOf('handover'), why: '没有这个交接编号，或不是本地寄出的' });
    else if (isTold(mine, { note: null, number: null, ...(read.input as object) } as never)) unchanged += 1;
    else wishes.push({ row, action: recordReceipt, id: mine.id, input: read.input });
  }
  const rounds = Map.groupBy(wishes, ({ id }) => id);
  const ordered = [...rounds.values()].map((own) => own.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)));
  return landInRounds(app, { ordered, unchanged, broken: faults }, choices);
}

interface Rounds {
  readonly ordered: readonly (readonly Wish[])[];
  readonly unchanged: number;
  readonly broken: readonly BrokenRow[];
}
/** One receipt of every envelope at a time: the second rests on the first. */
async function landInRounds(
  app: Pick<App, 'engine' | 'now'>,
  { ordered, unchanged, broken }: Rounds,
  choices: Importing,
): Promise<Imported> {
  if (choices.isStrict === true && broken.length > 0) return { imported: 0, changed: 0, unchanged, broken };
  let all: Imported = { imported: 0, changed: 0, unchanged, broken };
  const most = Math.max(0, ...ordered.map((own) => own.length));
  for (let n = 0; n < most; n += 1) {
    const wishes = ordered.flatMap((own) => own[n] ?? []);
    const done = await land(
      app,
      { wishes, unchanged: 0, broken: all.broken },
      { ...choices, isStrict: false },
    );
    all = { ...all, changed: all.changed + done.changed, broken: done.broken };
  }
  return all;
}
