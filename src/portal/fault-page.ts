import type { FastifyError, FastifyInstance } from 'fastify';
import type { App } from '#lib/app.ts';
import { html, type Html } from '#lib/html.ts';
import { Refusal, refusalText, refusals } from '#lib/refusal.ts';
import { layout } from './layout.ts';

refusals({
  'portal.filled-hidden': {
    status: 422,
    message: '没有提交成功',
    next: '内容已经保留，请再按一次“提交”',
  },
  'portal.not-now': {
    status: 409,
    message: '这一步已经办过，或者现在不能办',
    next: '请看下面的最新进度',
  },
  'portal.not-sure': { status: 422, message: '没有勾选确认，没有办理', next: '请返回，勾选确认后再提交' },
  'portal.no-item': {
    status: 422,
    message: '没有编码为 {code} 的事项',
    next: '请从办事指南抄录完整的事项编码',
  },
  'portal.no-form': { status: 415, message: '提交的不是本页的表单', next: '请打开页面重新填写后提交' },
});

const isSignIn = (code: string): boolean => code.startsWith('applicants.') || code === 'lib.not-signed-in';
/** Who was on the way in finds the way in again. */
const signIn = html`<a href="/sign-in">登录</a>　`;
const page = (message: string, next: string, notice: Html | null, first: Html | string = ''): Html =>
  layout(
    message,
    html`<h1>${message}</h1>
      <p>${next}</p>
      <p>${first}<a href="/letters/follow">查办理进度</a>　<a href="/">返回首页</a></p>`,
    notice,
  );

/** What Fastify refuses before a page has looked: too long for any form, or of no type a form has. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { statusCode } = error as FastifyError;
  if (statusCode === 413) return new Refusal('lib.too-large', { limit: '1 MB' });
  if (statusCode === 415) return new Refusal('portal.no-form');
  return statusCode === 400 ? new Refusal('lib.shape') : null;
}

/** What stands above every page: that it is a demonstration, or nothing. */
export interface Site {
  readonly notice: () => Promise<Html | null>;
}
/** When the database is away, the page that says so must not fail over a notice. */
async function noticeOrNone(site: Site): Promise<Html | null> {
  try {
    return await site.notice();
  } catch {
    return null;
  }
}

/** On public pages a refusal is a page; a fault is logged with its number, which the page says. */
export function faultPages(server: FastifyInstance, app: Pick<App, 'log'>, site: Site): void {
  server.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOf(error);
    const answer = reply.type('text/html; charset=utf-8');
    const notice = await noticeOrNone(site);
    if (refusal) {
      const { status, message, next } = refusalText(refusal);
      const { seconds } = refusal.facts;
      if (status === 429 && seconds !== undefined) answer.header('retry-after', seconds);
      return answer
        .code(status)
        .send(page(message, next, notice, isSignIn(refusal.code) ? signIn : '').__html);
    }
    const where = { request: request.id, method: request.method, route: request.routeOptions.url ?? '' };
    app.log.error('request.fault', error, where);
    const next = `请稍后再试；如仍不行，请拨打 12345 并告知编号 ${request.id}`;
    return answer.code(500).send(page('系统出了问题，这一步没有完成', next, notice).__html);
  });
}
