import { isReportFormat, reportedOfYear, reportFormats, writeReport } from '#performance/index.ts';
import { bannerOf } from '#lib/simulated.ts';
import { deliver, EXIT, readYear, UsageFault, type Command } from './command.ts';
import { withApp } from './with-app.ts';

export const report: Command = {
  name: 'report',
  usage: `--year Y --format ${reportFormats.join('|')} [--unit NAME] [--out FILE]`,
  about: '某一年度的绩效自评报告，按官方版式；不写 --out 则输出到标准输出',
  options: {
    year: { type: 'string' },
    format: { type: 'string' },
    unit: { type: 'string' },
    out: { type: 'string' },
  },
  takes: [0, 0],
  run: ({ config, values }) => {
    const year = readYear(values['year']);
    const format = String(values['format'] ?? 'docx');
    if (!isReportFormat(format)) throw new UsageFault(`--format 应为 ${reportFormats.join('、')} 之一`);
    const out = values['out'] as string | undefined;
    if (out === undefined && process.stdout.isTTY && !['json', 'html'].includes(format))
      throw new UsageFault('请用 --out 给出文件名，或把标准输出转到文件');
    return withApp(config, async (app) => {
      const { bytes } = await writeReport(
        await reportedOfYear(app, { year, unit: values['unit'] as string | undefined }),
        format,
        await bannerOf(app, year),
      );
      await deliver(bytes, out);
      return EXIT.done;
    });
  },
};
