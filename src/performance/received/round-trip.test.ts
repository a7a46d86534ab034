import { afterAll, beforeAll, expect, test } from 'vitest';
import { dismissChildren, writePaper } from '#documents/index.ts';
import { reportPaper } from '../report/report.ts';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, REGION, type Bureau } from '../testing/bureau.ts';
import { serving, type Serving } from '../testing/serving.ts';
import { reportedOfYear } from '../year-report.ts';
import type { ReceivedReport } from './report.ts';

let bureau: Bureau;
let site: Serving;
beforeAll(async () => {
  bureau = await openBureau();
  await seedEvaluation2020(bureau.app);
  site = await serving(bureau);
});
afterAll(async () => {
  await site.close();
  await bureau.close();
  dismissChildren();
});

async function received(fileName: string, bytes: Uint8Array): Promise<ReceivedReport> {
  const content = Buffer.from(bytes).toString('base64');
  const input = { region: REGION, fileName, content };
  const { row } = await bureau.act(bureau.people.reviewer, 'received-report.receive', input);
  await bureau.app.query('delete from received_report where id = $1', [row.id]);
  return row as unknown as ReceivedReport;
}

test.each(['docx', 'xlsx', 'html', 'pdf'])(
  'our own report as %s is received with its unit, its year and both scores',
  async (format) => {
    const { bytes } = await site.download('writer', `/api/evaluations/2020/report?format=${format}`);
    expect(await received(`上报.${format}`, bytes)).toMatchObject({
      organisation: bureau.organisation,
      organisationName: '君山区行政审批服务局',
      year: 2020,
      claimed: '97',
      recomputed: '89',
    });
  },
);

test.each(['docx', 'xlsx', 'html', 'pdf'] as const)(
  'a report of simulated data says so on every page as %s, and reads the same',
  async (format) => {
    const paper = reportPaper(await reportedOfYear(bureau.app, { year: 2020 }));
    const bytes = await writePaper({ ...paper, banner: '模拟数据' }, format);
    expect(await received(`上报.${format}`, bytes)).toMatchObject({
      organisation: bureau.organisation,
      organisationName: '君山区行政审批服务局',
      year: 2020,
      claimed: '97',
      recomputed: '89',
    });
  },
);

test('a title page that names the unit by its registered name alone is enough', async () => {
  const paper = {
    ...reportPaper(await reportedOfYear(bureau.app, { year: 2020 })),
    subtitle: '区行政审批服务局',
  };
  expect(await received('上报.docx', await writePaper(paper, 'docx'))).toMatchObject({
    organisation: bureau.organisation,
    organisationName: '区行政审批服务局',
    year: 2020,
  });
});
