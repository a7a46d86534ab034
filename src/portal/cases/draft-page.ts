import { PAPER_STATES, type OwnDraft } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { counterPart } from './counter-part.ts';
import { owedPart } from './tolerance-part.ts';
import { area, faultSummary, line, select, tick, words, type Fault } from '../parts.ts';

export interface DraftShown {
  readonly own: OwnDraft;
  readonly done: string | null;
  readonly fault: Fault | null;
  /** Where the site is reached; without it there is no sign to scan. */
  readonly site?: string | undefined;
  readonly notice: Html | null;
}
type OnlinePaper = OwnDraft['asking']['papers'][number];

const STANDINGS: Readonly<Record<OnlinePaper['standing'], string>> = {
  here: '已上传',
  lacking: '还没有上传',
  'may-follow': '可以后补',
  promised: '由告知承诺代替',
  waived: '不用交',
};

/** How a paper stands; of papers that follow, what the case says of those that are not here yet. */
export const standingOf = ({ draft }: OwnDraft, { standing, state }: OnlinePaper): string =>
  draft.supplies !== null && standing !== 'here' ? PAPER_STATES[state] : STANDINGS[standing];

/** The field of a question: its place among those that are asked. */
export const questionField = (n: number): string => `q${n + 1}`;

const questions = ({ own, fault }: DraftShown): Html[] =>
  own.asking.asked.map(({ question, choices }, n) =>
    select(
      {
        name: questionField(n),
        title: question,
        value: own.asking.answers[question] ?? '',
        fault,
      },
      choices.map((each) => ({ value: each, title: each })),
    ),
  );

const promise = ({ own, fault }: DraftShown): Html | string =>
  own.commitment === null
    ? ''
    : html`<h3>告知承诺（可以不选）</h3>
        <p>选择后，${own.commitment.replaces.join('、') || '承诺书所列的证明'}不用交；办结后会核查，承诺不实的撤销决定并记入信用。</p>
        ${words(own.commitment.text)}
        ${
          own.commitment.exclusions.length > 0
            ? html`<p>不适用：${own.commitment.exclusions.join('；')}。</p>`
            : ''
        }
        ${tick({ name: 'isCommitted', title: '我已阅读全文，选择告知承诺', value: own.draft.isCommitted ? 'on' : '', fault })}`;

const answers = (shown: DraftShown): Html | string =>
  shown.own.draft.supplies !== null
    ? ''
    : html`<form method="post" action="/mine/drafts/${shown.own.draft.id}" novalidate>
    <h2>情况和联系方式</h2>
    ${questions(shown)}
    ${line({
      name: 'phone',
      title: '联系电话',
      hint: shown.own.phone
        ? `不填就用 ${shown.own.phone}`
        : '手机或带区号的固定电话；以后凭编号和后四位查进度',
      fault: shown.fault,
      isOptional: shown.own.phone !== null,
      more: html`autocomplete="tel" inputmode="tel"`,
    })}
    ${area({
      name: 'matter',
      title: '要说明的情况',
      hint: '最多 500 字',
      value: shown.own.draft.matter ?? '',
      fault: shown.fault,
      isOptional: true,
      rows: 3,
    })}
    ${promise(shown)}
    <p><button class="plain">保存，看要交什么材料</button></p>
  </form>`;

const file = (own: OwnDraft, id: string): Html =>
  html`<li>
    <form method="post" action="/mine/drafts/${own.draft.id}/files/${id}/remove">
      ${own.names.get(id) ?? '文件'} <button class="plain">撤下</button>
    </form>
  </li>`;

const uploading = (own: OwnDraft, { name }: OnlinePaper, n: number): Html =>
  html`<form
    method="post"
    enctype="multipart/form-data"
    action="/mine/drafts/${own.draft.id}/papers/${n}"
  >
    <input type="hidden" name="subjectNoun" value="case-draft" />
    <input type="hidden" name="subject" value="${own.draft.id}" />
    <div class="field">
      <label for="file-${n}">选择「${name}」的文件</label>
      <input id="file-${n}" type="file" name="file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv" />
    </div>
    <p><button class="plain">上传${name}</button></p>
  </form>`;

/** How it stands and why, said once: most reasons begin with how it stands. */
function said(own: OwnDraft, each: OnlinePaper): Html {
  const standing = standingOf(own, each);
  const because = each.because?.startsWith(`${standing}：`)
    ? each.because.slice(standing.length)
    : each.because && ` ${each.because}`;
  return html`<strong>${standing}</strong>${because}`;
}

const paper = (own: OwnDraft, each: OnlinePaper, n: number): Html =>
  html`<h3 id="paper-${n}">${each.name}</h3>
    <p>${said(own, each)}</p>
    ${
      each.files.length > 0
        ? html`<ul class="letters">
          ${each.files.map((id) => file(own, id))}
        </ul>`
        : ''
    }
    ${each.state === 'waived' && each.standing === 'waived' && each.isMain ? '' : uploading(own, each, n)}`;

const papers = ({ own }: DraftShown): Html =>
  html`<h2 id="papers">材料</h2>
    ${
      own.asking.papers.length === 0
        ? html`<p>本事项不需要提交材料。</p>`
        : html`<p>每份材料单独上传，PDF、照片、Word、Excel 都可以，单个文件不超过 20 MB。</p>
            ${own.asking.papers.map((each, n) => paper(own, each, n))}`
    }`;

/** 填写申请 — everything on one page; each button keeps what was filled in, nothing needs a script. */
export function draftPage(shown: DraftShown): Html {
  const { own, done, fault, notice } = shown;
  const { draft, principal } = own;
  return layout(
    fault ? `有误：申请${draft.itemName}` : `填写：${draft.itemName}`,
    html`<h1>${draft.supplies === null ? '申请' : '补交材料'}：${draft.itemName}</h1>
      ${faultSummary(fault)} ${done ? html`<p class="done" role="status">${done}</p>` : ''}
      <p class="hint">
        ${own.until ? html`请最迟 <strong>${own.until}</strong> 提交；` : ''}草稿 ${draft.number}${own.until ? '，没提交的只' : '，'}保留到 ${formatDay(draft.expiresOn)}${principal ? html`；受委托为 <strong>${principal}</strong> 申请` : ''}
      </p>
      ${owedPart(own.owed)} ${answers(shown)} ${papers(shown)}
      <h2>核对并提交</h2>
      <p><a class="start" href="/mine/drafts/${draft.id}/check">下一步：核对</a></p>
      ${counterPart(shown)}
      <details>
        <summary>放弃这份草稿</summary>
        <form method="post" action="/mine/drafts/${draft.id}/discard">
          <p><label class="choice"><input type="checkbox" name="sure" value="on" required /> 我确认放弃</label></p>
          <p><button class="plain">放弃</button></p>
        </form>
      </details>
      <p><a href="/mine">返回我的</a></p>`,
    notice,
  );
}
