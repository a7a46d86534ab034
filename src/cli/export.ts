import { exportItems, ITEM_FORMATS, type ExchangeFormat } from '#catalogue/index.ts';
import { exportOrders } from '#hotline/assist/index.ts';
import { say } from '#lib/log.ts';
import type { Running } from '../main.ts';
import { deliver, EXIT, UsageFault, type Command, type Values } from './command.ts';
import { withApp } from './with-app.ts';

type Export = (app: Running, values: Values) => Promise<void>;
const out = (values: Values): string | undefined => values['out'] as string | undefined;

async function workOrders(app: Running, values: Values): Promise<void> {
  const lines: string[] = [];
  for await (const row of exportOrders(app, { withUnit: values['units'] === true }))
    lines.push(`${JSON.stringify(row)}\n`);
  await deliver(lines.join(''), out(values));
  say(`共 ${lines.length} 件。自动遮盖只是初稿，交给他人之前请抽查`);
}

/** As `--format` says, else as the file is called, else JSON. */
function formatOf(values: Values): ExchangeFormat {
  const said = (values['format'] as string | undefined) ?? out(values)?.split('.').at(-1)?.toLowerCase();
  if (said !== undefined && Object.hasOwn(ITEM_FORMATS, said)) return said as ExchangeFormat;
  if (values['format'] !== undefined)
    throw new UsageFault(`--format 应为 ${Object.keys(ITEM_FORMATS).join('、')}`);
  return 'json';
}
async function items(app: Running, values: Values): Promise<void> {
  const place = (values['place'] as string | undefined) ?? null;
  const { bytes, count } = await exportItems(app, { place, format: formatOf(values) });
  await deliver(bytes, out(values));
  say(`共 ${count} 个事项；改好后用 yichuang import items 导回`);
}

const KINDS: Readonly<Record<string, { readonly title: string; readonly run: Export }>> = {
  'work-orders': {
    title:
      '本地已办结工单（遮去个人信息，保密工单不导出），一行一个 JSON，供 npm run train 和 classify --units 重新学习；--units：只要有承办单位的',
    run: workOrders,
  },
  items: {
    title: '政务服务事项，可原样导回；--place：只要该区划目录的；--format：xlsx、csv 或 json',
    run: items,
  },
};
const kinds = Object.entries(KINDS)
  .map(([name, { title }]) => `${name} ${title}`)
  .join('；');

export const exportRecords: Command = {
  name: 'export',
  usage: 'KIND [--units] [--place CODE] [--format F] [--out FILE]',
  about: `导出。种类：${kinds}`,
  options: {
    units: { type: 'boolean' },
    place: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  takes: [1, 1],
  run: ({ config, values, positionals }) => {
    const kind = KINDS[positionals[0]!];
    if (!kind) throw new UsageFault(`没有「${positionals[0]}」这种导出。可用：${kinds}`);
    return withApp(config, async (app) => {
      await kind.run(app, values);
      return EXIT.done;
    });
  },
};
