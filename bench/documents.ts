/* Auditing and writing the report of a year, against simpler work on the same text in the same run: `npm run bench -- documents`. */
import { readFileSync } from 'node:fs';
import { dismissChildren, readDocument, writePaper } from '#documents/index.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { auditFiles } from '#performance/index.ts';
import { auditFilesJob } from '../src/performance/audit-job.ts';
import { assess } from '../src/performance/assess/assess.ts';
import { yueyang2020 as form } from '../src/performance/frameworks/shipped/yueyang-2020.ts';
import { content2020 } from '../src/performance/seed/published-2020.ts';
import { reportPaper } from '../src/performance/report/report.ts';
import { median, printTable } from './table.ts';

const REPEATS = 15;

/** Milliseconds of the first run and the median of the rest. */
async function timed(work: () => Promise<unknown>): Promise<readonly [first: number, warm: number]> {
  const times: number[] = [];
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return [times[0]!, median(times.slice(1))];
}

const path = sharedFile('reference/self-evaluation-2020.txt');
const content = content2020();
const paper = reportPaper({ content, form, assessment: assess(content, form) });
const rows: (readonly string[])[] = [];
const add = (name: string, [first, warm]: readonly [number, number], reference: number): void => {
  rows.push([name, first.toFixed(0), warm.toFixed(1), (warm / reference).toFixed(1)]);
};
if (path) {
  const bytes = readFileSync(path);
  const file = { name: 'report.txt', bytes };
  const reading = await timed(() => readDocument(bytes, { name: file.name }));
  add('参照：只读取 2020 年报告', reading, reading[1]);
  add('读取并核查，同一进程', await timed(() => auditFilesJob({ files: [file] })), reading[1]);
  add('读取并核查，受限子进程', await timed(() => auditFiles([file])), reading[1]);
}
const html = await timed(() => writePaper(paper, 'html'));
add('参照：自评报告写成 html', html, html[1]);
for (const format of ['docx', 'xlsx', 'pdf'] as const)
  add(`自评报告写成 ${format}`, await timed(() => writePaper(paper, format)), html[1]);
dismissChildren();
printTable(`文书，首次与其后 ${REPEATS} 次的中位数`, ['', '首次 毫秒', '其后 毫秒', '÷ 参照'], rows);
