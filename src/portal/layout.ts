import { html, type Html } from '#lib/html.ts';

/** The one layout of public pages: skip link, heading, content, foot. */
export const layout = (title: string, content: Html, notice: Html | null = null): Html =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title} · 一窗</title>
        <link rel="stylesheet" href="/portal.css" />
        <link rel="icon" href="/portal.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        ${notice ? html`<aside class="ribbon" aria-label="数据说明">${notice}</aside>` : ''}
        <header>
          <div class="within">
            <a class="name" href="/">一窗</a> <span>县级行政审批服务局业务与绩效系统</span>
          </div>
        </header>
        <main id="content" tabindex="-1"><div class="within">${content}</div></main>
        <footer>
          <div class="within">
            <a href="/desk/">工作人员登录</a> <a href="/api">接口说明</a>
            <span>本页不使用脚本、不设统计、不向外部请求任何内容</span>
          </div>
        </footer>
      </body>
    </html>`;
