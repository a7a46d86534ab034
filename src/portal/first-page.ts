import { html, type Html } from '#lib/html.ts';
import { layout } from './layout.ts';

/** What this is, for whom, and the way in for staff. */
export const firstPage = (notice: Html | null): Html =>
  layout(
    '首页',
    html`<h1>年底的每一个数，都能点开看到来处</h1>
      <p class="lead">
        一窗办理行政审批服务局的日常业务，并由业务记录得出年度部门整体支出绩效自评：
        每项得分都按规则重算，每处前后不一致都列出来。
      </p>
      <p><a class="start" href="/desk/">工作人员登录</a></p>
      <h2>给群众</h2>
      <p class="ways">
        <a href="/items">我要办</a> <a href="/letters/new">写信</a> <a href="/letters/follow">查办理进度</a>
        <a href="/letters">公开的来信与答复</a> <a href="/mine">我的</a>
      </p>
      <h2>登录后可以做什么</h2>
      <dl>
        <div>
          <dt>写自评的人</dt>
          <dd>填数据、看每一项按规则得几分、差在哪里、怎样提高；导出与财政表格一致的报告。</dd>
        </div>
        <div>
          <dt>核对、签发的人</dt>
          <dd>逐处看依据和计算过程，退回或签发；签发之后的改动另行显示，不改动已签的内容。</dd>
        </div>
        <div>
          <dt>财政部门</dt>
          <dd>放入一批单位的报告，逐份核查，按主要问题排序，同一项在各单位之间对照。</dd>
        </div>
        <div>
          <dt>审计和监督</dt>
          <dd>每次操作记入只增不改的账本，改动一个字节也能查出是哪一条。</dd>
        </div>
      </dl>
      <h2>给程序用的接口</h2>
      <p>工作台的一切操作都经由公开的接口完成：<a href="/api">接口说明</a>（OpenAPI 3.1）。</p>`,
    notice,
  );
