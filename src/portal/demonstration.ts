import type { App } from '#lib/app.ts';
import { html, type Html } from '#lib/html.ts';
import { madeOf, simulatedYears } from '#simulation/index.ts';

/** Whether this is a demonstration: then every page of it says so. It has living demo accounts, a real office has none. */
async function isDemonstration(app: Pick<App, 'query'>): Promise<boolean> {
  const found = await app.query(`select 1 from account where is_demo and state = 'active' limit 1`, []);
  return found.length > 0;
}

const exampleNotice = html`<strong>公开数据示例</strong>　本站演示用的是一份已公开的 2020
  年度自评报告中的数据，不代表任何单位的现时情况。`;

type Years = Awaited<ReturnType<typeof simulatedYears>>;
const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** What every page says as long as a simulated year is on record, demonstration or not; and what of it is assumed. */
function simulatedNotice(years: Years): Html {
  const said = `${madeOf(years)}以及姓名、号码和文字都由程序编造。`;
  const assumed = unique(
    years.filter(({ module }) => module === 'cases').flatMap(({ remarks }) => remarks),
  ).filter((each) => each.includes('假定'));
  return html`<strong>模拟数据</strong>　${said}
    ${
      assumed.length === 0
        ? ''
        : html`<details>
            <summary>哪些是假定</summary>
            <ul>
              ${assumed.map((each) => html`<li>${each}</li>`)}
            </ul>
          </details>`
    }`;
}

/** The notice every page of a demonstration or a simulated tenant carries; null on a real office's. */
export async function noticeOf(app: Pick<App, 'query' | 'nouns'>): Promise<Html | null> {
  const years = await simulatedYears(app);
  const simulated = years.length > 0 ? simulatedNotice(years) : null;
  if (!(await isDemonstration(app))) return simulated;
  return simulated === null ? exampleNotice : html`${simulated}${exampleNotice}`;
}
