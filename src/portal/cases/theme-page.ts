import type { ToldTheme } from '#cases/index.ts';
import type { Guide } from '#catalogue/index.ts';
import { html, type Html } from '#lib/html.ts';
import { layout } from '../layout.ts';
import { select } from '../parts.ts';
import { factsTogether, limitFacts, savedLines } from './theme-facts.ts';

interface Shown {
  readonly theme: ToldTheme;
  /** The guides of its items after the same answers, in their order. */
  readonly guides: readonly Guide[];
  readonly notice: Html | null;
}
const broken = (text: string): Html => html`${text.split('\n').map((each) => html`${each}<br />`)}`;

const questions = ({ id, questions: asked }: ToldTheme): Html | string =>
  asked.length === 0
    ? ''
    : html`<h2>先回答几个问题</h2>
        <form method="get" action="/themes/${id}">
          ${asked.map(({ question, choices, answer, field }) =>
            select(
              { name: field, title: question, value: answer ?? '' },
              choices.map((each) => ({ value: each, title: each })),
            ),
          )}
          <button class="plain">看我要带什么</button>
        </form>`;

type Asked = ToldTheme['papers'][number];
const isOpen = ({ because }: Asked): boolean => because?.startsWith('看情形') === true;
/** `原件 1 份` as the items' guides have it; where they differ, the copies alone. */
function amountOf({ name, copies }: Asked, guides: readonly Guide[]): string {
  const said = guides.flatMap(({ materials }) => materials.filter((each) => each.name === name));
  const [first, ...others] = new Set(said.map(({ amount }) => amount));
  return others.length === 0 && first ? first : copies === null ? '' : `${copies} 份`;
}
const papers = ({ theme, guides }: Shown): Html =>
  html`<ul>
    ${theme.papers
      .filter(({ isAsked }) => isAsked)
      .map((paper) => {
        const { name, items, because, isMain } = paper;
        const hints = [`用于${items.join('、')}`, because, isMain || isOpen(paper) ? null : '可以后补'];
        return html`<li>${[name, amountOf(paper, guides)].filter(Boolean).join('　')} <span class="hint">${hints.filter(Boolean).join('；')}</span></li>`;
      })}
  </ul>`;

const leftOut = ({ papers: all }: ToldTheme): Html | string => {
  const out = all.filter(({ isAsked }) => !isAsked);
  return out.length === 0
    ? ''
    : html`<h3>不用交的材料</h3>
        <ul>
          ${out.map(({ name, because }) => html`<li>${name} <span class="hint">${because ?? '不用交'}</span></li>`)}
        </ul>`;
};

const saved = (theme: ToldTheme): Html | string => {
  const lines = savedLines(theme);
  return lines.length === 0
    ? ''
    : html`<h2>一起办省了什么</h2>
        <ul>
          ${lines.map((each) => html`<li>${each}</li>`)}
        </ul>`;
};

const items = ({ items: all }: ToldTheme): Html =>
  html`<ol>
    ${all.map(
      ({ code, name, waitsFor }) =>
        html`<li>
          <a href="/items/${encodeURIComponent(code)}">${name}</a>
          ${waitsFor.length > 0 ? html`<span class="hint">等前一项的${waitsFor.map(({ paper }) => paper).join('、')}，出来后自动继续</span>` : ''}
        </li>`,
    )}
  </ol>`;

/** One thing: its items in order, what it takes, how long, where, what it costs and what it saves. */
export function themePage(shown: Shown): Html {
  const { theme, guides, notice } = shown;
  return layout(
    theme.name,
    html`<h1>${theme.name}</h1>
      <p class="hint">主题编号 ${theme.number}</p>
      ${theme.about ? html`<p>${theme.about}</p>` : ''}
      ${
        theme.isOffered
          ? html`<p><a class="start" href="/themes/${theme.id}/apply">网上申请</a></p>`
          : html`<p>其中有事项暂停办理，现在不能一起申请，请<a href="/items">按事项办理</a>。</p>`
      }
      ${questions(theme)}
      <h2>包括哪些事项</h2>
      ${items(theme)}
      <h2>要带什么</h2>
      ${papers(shown)} ${leftOut(theme)} ${saved(theme)}
      <h2>怎么办、多久办好</h2>
      <dl class="facts">
        ${[...limitFacts(theme), ...factsTogether(guides)].map(
          ({ title, text }) => html`<div><dt>${title}</dt><dd>${broken(text)}</dd></div>`,
        )}
      </dl>
      <p><a href="/themes">返回一件事清单</a></p>`,
    notice,
  );
}
