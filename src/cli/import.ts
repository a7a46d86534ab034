import { dismissChildren } from '#documents/index.ts';
import { say } from '#lib/log.ts';
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
type Import = (
  app: Running,
  file: { readonly name: string; readonly bytes: Uint8Array },
  values: Values,
) => Promise<Imported>;

/** What can be imported, by kind. */
const KINDS: Readonly<Record<string, { readonly title: string; readonly run: Import }>> = {
  figures: {
    title: '绩效自评的数据（json、xlsx、csv；另需 --year）',
    run: (app, file, values) =>
      importFigureFile(
        app,
        { key: String(readYear(values['year'])), isStrict: values['strict'] === true },
        file,
      ),
  },
};
const kinds = Object.entries(KINDS)
  .map(([name, { title }]) => `${name} ${title}`)
  .join('；');

export const importFile: Command = {
  name: 'import',
  usage: 'KIND FILE [--year Y] [--tenant T] [--strict] [--json]',
  about: `导入文件，逐行报错，不留半行；--strict：有一行不对就全部不导入。种类：${kinds}。退出码：0 全部导入，1 有不对的行`,
  options: {
    year: { type: 'string' },
    tenant: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takes: [2, 2],
  run: async ({ config, values, positionals }) => {
    const kind = KINDS[positionals[0]!];
    if (!kind) throw new UsageFault(`没有「${positionals[0]}」这种导入。可用：${kinds}`);
    const file = await readNamedFile(positionals[1]!);
    const tenant = (values['tenant'] as string | undefined) ?? config.tenant;
    try {
      return await withApp({ ...config, tenant }, async (app) => {
        const done = await kind.run(app, file, values);
        if (values['json']) await printJson(done);
        say(
          `新增 ${done.imported}，更改 ${done.changed}，未变 ${done.unchanged}，有误 ${done.broken.length}`,
        );
        for (const { row, field, why } of done.broken.slice(0, 50)) say(`  第 ${row} 行 ${field}：${why}`);
        return done.broken.length > 0 ? EXIT.found : EXIT.done;
      });
    } finally {
      dismissChildren();
    }
  },
};
