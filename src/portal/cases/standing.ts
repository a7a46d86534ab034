import type { OwnCase } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';

type Progress = OwnCase['progress'];

export const fact = (title: string, value: string | Html | null): Html | string =>
  value === null
    ? ''
    : html`<div>
        <dt>${title}</dt>
        <dd>${value}</dd>
      </div>`;

/** Until when, and on request why that day is the day. */
const clocks = ({ clocks: all }: Progress): Html[] =>
  all.map(
    ({ title, until, standing: still, because }) =>
      html`<div>
        <dt>${title}</dt>
        <dd>
          ${until ?? still}
          ${
            because.length > 0
              ? html`<details>
                <summary>为什么是这一天</summary>
                <ul>
                  ${because.map((each) => html`<li>${each}</li>`)}
                </ul>
              </details>`
              : ''
          }
        </dd>
      </div>`,
  );

/** How far a case is: word, note, who has it, days used, both dates with their because. */
export const standing = (progress: Progress): Html =>
  html`${fact('进度', html`<strong>${progress.word}</strong>：${progress.note}`)}
  ${fact('现在由谁办', progress.holder)}
  ${fact('已用时间', progress.daysUsed === null ? null : `${progress.daysUsed} 个工作日（依法不计的时间除外）`)}
  ${clocks(progress)}`;
