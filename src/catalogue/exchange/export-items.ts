import { cell, headCell, table, writeCsv, writePaper } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { ELEMENT_KEYS, ELEMENTS, type ElementKey } from '../elements/elements.ts';
import type { Item } from '../item/item.ts';
import { NUMBER } from '../reading/own-rows.ts';
import { itemsOf } from '../views/items-of.ts';
import { cellOf } from './cell.ts';

export const FORMATS = { xlsx: 'Excel 工作簿', csv: 'CSV 文本', json: 'JSON' } as const;
export type ExchangeFormat = keyof typeof FORMATS;

/** What a workbook's cell holds at most. */
const LONGEST = 32_767;
const HEADINGS = [NUMBER, '目录所属区划', ...ELEMENT_KEYS.map((key) => ELEMENTS[key].title)];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const rowOf = ({ number, place, elements }: Item): readonly string[] => [
  number,
  place,
  ...ELEMENT_KEYS.map((key) => cellOf(elements, key)),
];
function refuseTooLong({ number, elements }: Item): void {
  const long = ELEMENT_KEYS.find((key: ElementKey) => cellOf(elements, key).length > LONGEST);
  if (long !== undefined) refuse('catalogue.too-long', { code: number, title: ELEMENTS[long].title });
}

function xlsx(items: readonly Item[]): Promise<Uint8Array> {
  for (const each of items) refuseTooLong(each);
  const head = HEADINGS.map((heading) => headCell(heading));
  const lines = items.map((each) => rowOf(each).map((text) => cell(text)));
  const columns = HEADINGS.map(() => 1);
  return writePaper(
    { title: '政务服务事项', blocks: [table('事项', { columns }, [head, ...lines])] },
    'xlsx',
  );
}

const WRITERS: Readonly<
  Record<ExchangeFormat, (items: readonly Item[]) => Uint8Array | Promise<Uint8Array>>
> = {
  xlsx,
  csv: (items) => utf8(writeCsv([HEADINGS, ...items.map(rowOf)])),
  json: (items) =>
    utf8(
      `[\n${items.map(({ number: code, place, elements }) => JSON.stringify({ code, place, elements })).join(',\n')}\n]\n`,
    ),
};

/** The living items of a place's catalogue, or of all, as a file that imports again without a difference. */
export async function exportItems(
  app: Pick<App, 'query'>,
  { place, format }: { readonly place: string | null; readonly format: ExchangeFormat },
): Promise<{ readonly bytes: Uint8Array; readonly count: number }> {
  const items = await itemsOf(app, place);
  return { bytes: await WRITERS[format](items), count: items.length };
}
