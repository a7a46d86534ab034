import { importCases, importReceipts, previewCases } from '#cases/index.ts';
import { importItems, previewItems } from '#catalogue/index.ts';
import { dismissChildren } from '#documents/index.ts';
import { importOrders } from '#hotline/index.ts';
import { say } from '#lib/log.ts';
import { stage } from '#lib/progress.ts';
import { importFigureFile } from '#performance/index.ts';
import type { Running } from '../main.ts';
import { EXIT, printJson, readYear, UsageFault, type Command, type Values } from './command.ts';
import { readNamedFile } from './read-file.ts';
import { withApp } from './with-app.ts';

interface Imported {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly broken: readonly { readonly row: number; readonly field: string; readonly why: string }[];
}
interface ImportPreview {
  readonly new: readonly unknown[];
  readonly changed: readonly {
    readonly row: number;
    readonly code: string;
    readonly name: string;
    readonly differences: readonly { readonly title: string }[];
  }[];
  readonly unchanged: readonly unknown[];
  readonly broken: Imported['broken'];
}
interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}
type Import = (app: Running, file: File, values: Values) => Promise<Imported>;

interface Kind {
  readonly title: string;
  readonly run: Import;
  /** Goes into a tenant of its own: an untouched one gets no demonstration first. */
  readonly standsAlone?: boolean;
  /** What would be done, row by row; nothing is written. */
  readonly preview?: (app: Running, file: File, values: Values) => Promise<ImportPreview>;
}
const systemOf = (values: Values): { readonly system?: string } =>
  typeof values['system'] === 'string' ? { system: values['system'] } : {};
/** What can be imported, by kind. */
const KINDS: Readonly<Record<string, Kind>> = {
  figures: {
    title: '绩效自评的数据（json、xlsx、csv；另需 --year）',
    run: (app, file, values) =>
      importFigureFile(
        app,
        { key: String(readYear(values['year'])), isStrict: values['strict'] === true },
        file,
      ),
  },
  items: {
    title: '政务服务事项（xlsx、csv、json、jsonl，可为 gz；按表头或字段识别；--preview 只预览）',
    preview: previewItems,
    run: (app, file, values) =>
      stage('导入事项', (report) => importItems(app, file, { isStrict: values['strict'] === true, report })),
  },
  cases: {
    title:
      '外部系统办件（xlsx、csv、json、jsonl，可为 gz；文件没有“来源系统”列的另需 --system；--preview 只预览）',
    preview: (app, file, values) => previewCases(app, file, systemOf(values)),
    run: (app, file, values) =>
      stage('导入外部系统办件', (report) =>
        importCases(app, file, { isStrict: values['strict'] === true, report, ...systemOf(values) }),
      ),
  },
  'handover-receipts': {
    title: '异地交接回执（xlsx、csv、json、jsonl；办理地的回执清单）',
    run: (app, file, values) =>
      stage('导入回执', (report) =>
        importReceipts(app, file, { isStrict: values['strict'] === true, report }),
      ),
  },
  'work-orders': {
    title: '热线工单和来信（xlsx、csv、json、jsonl，可为 gz；按表头或字段识别）',
    standsAlone: true,
    run: (app, file, values) =>
      stage('导入工单', (report) => importOrders(app, file, { isStrict: values['strict'] === true, report })),
  },
};
const kinds = Object.entries(KINDS)
  .map(([name, { title }]) => `${name} ${title}`)
  .join('；');

const MOST_TOLD = 50;
function tellBroken(broken: Imported['broken']): void {
  for (const { row, field, why } of broken.slice(0, MOST_TOLD))
    say(`  第 ${row} 行${field ? ` ${field}` : ''}：${why}`);
  if (broken.length > MOST_TOLD) say(`  …… 另有 ${broken.length - MOST_TOLD} 处，用 --json 查看全部`);
}
const rowsIn = (broken: Imported['broken']): number => new Set(broken.map(({ row }) => row)).size;
function tell({ imported, changed, unchanged, broken }: Imported): void {
  say(`新增 ${imported}，更改 ${changed}，未变 ${unchanged}，有误 ${rowsIn(broken)}`);
  tellBroken(broken);
}
function tellPreview({ new: fresh, changed, unchanged, broken }: ImportPreview): void {
  say(
    `将新增 ${fresh.length}，更改 ${changed.length}，未变 ${unchanged.length}，有误 ${rowsIn(broken)}；没有写入任何记录`,
  );
  for (const { row, code, name, differences } of changed.slice(0, MOST_TOLD))
    say(`  第 ${row} 行 ${code} ${name}：${differences.map(({ title }) => title).join('、')}`);
  tellBroken(broken);
}

export const importFile: Command = {
  name: 'import',
  usage: 'KIND FILE [--year Y] [--system NAME] [--tenant T] [--strict] [--preview] [--json]',
  about: `导入文件，逐行报错，不留半行；--strict：有一行不对就全部不导入。种类：${kinds}。退出码：0 全部导入，1 有不对的行，2 文件读不出来`,
  options: {
    year: { type: 'string' },
    system: { type: 'string' },
    tenant: { type: 'string' },
    strict: { type: 'boolean' },
    preview: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takes: [2, 2],
  run: async ({ config, values, positionals }) => {
    const kind = KINDS[positionals[0]!];
    if (!kind) throw new UsageFault(`没有「${positionals[0]}」这种导入。可用：${kinds}`);
    const isPreview = values['preview'] === true;
    if (isPreview && !kind.preview) throw new UsageFault('这种导入没有预览；可预览的是 items、cases');
    const file = await readNamedFile(positionals[1]!);
    const tenant = (values['tenant'] as string | undefined) ?? config.tenant;
    try {
      const work = async (app: Running): Promise<number> => {
        const done = await (isPreview ? kind.preview!(app, file, values) : kind.run(app, file, values));
        if (values['json']) await printJson(done);
        if ('new' in done) tellPreview(done);
        else tell(done);
        return done.broken.length > 0 ? EXIT.found : EXIT.done;
      };
      return await withApp(
        { ...config, tenant },
        work,
        kind.standsAlone ? 'founds' : isPreview ? 'shows' : 'writes',
      );
    } finally {
      dismissChildren();
    }
  },
};
