import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { App } from '#lib/app.ts';
import { html, type Html } from '#lib/html.ts';

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: unknown;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
  }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const operationHtml = (method: string, path: string, operation: Operation): Html =>
  html` <details>
    <summary><code>${method.toUpperCase()} ${path}</code> ${operation.summary ?? ''}</summary>
    ${(operation.description ?? '').split('\n\n').map((part) => html`<p>${part}</p>`)}
    ${
      (operation.parameters ?? []).length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">参数</th>
                <th scope="col">位置</th>
                <th scope="col">必填</th>
                <th scope="col">说明</th>
              </tr>
            </thead>
            <tbody>
              ${operation.parameters!.map(
                (each) =>
                  html`<tr>
                    <td><code>${each.name}</code></td>
                    <td>${each.in}</td>
                    <td>${each.required ? '是' : ''}</td>
                    <td>${each.description ?? ''}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : ''
    }
    ${operation.requestBody ? html`<pre>${JSON.stringify(operation.requestBody, null, 2)}</pre>` : ''}
    <p>
      回答：${Object.entries(operation.responses ?? {}).map(([code, each]) => html`<code>${code}</code> ${each.description === 'Default Response' ? '成功' : (each.description ?? '')} `)}
    </p>
  </details>`;

/** The OpenAPI document as a page for people: grouped, folded, no script. */
function documentationPage(document: Document): Html {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation,
      tag: operation.tags?.[0] ?? '其他',
    })),
  );
  const groups = [...Map.groupBy(operations, (each) => each.tag)];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>一窗 · 接口说明</title>
        <link rel="stylesheet" href="/api/style.css" />
      </head>
      <body>
        <main>
          <h1>一窗 · 接口说明</h1>
          <p>
            机器可读的同一份说明：<a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。共
            ${operations.length} 个接口。
          </p>
          ${groups.map(
            ([tag, all]) =>
              html`<section>
                <h2>${tag}</h2>
                ${all.map((each) => operationHtml(each.method, each.path, each.operation))}
              </section>`,
          )}
        </main>
      </body>
    </html>`;
}

const STYLE = `body{font:16px/1.7 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#1f2329;background:#fff;margin:0}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h2{border-bottom:1px solid #d0d5dd;padding-bottom:.25rem;margin-top:2rem}
details{border:1px solid #e2e5ea;border-radius:4px;margin:.5rem 0;padding:.25rem .75rem}
summary{cursor:pointer}code,pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em}
pre{background:#f5f7fa;padding:.75rem;overflow:auto}table{border-collapse:collapse}td,th{border:1px solid #d0d5dd;padding:.25rem .6rem;text-align:left}
a{color:#0b57a4}`;

/** Notes of ours in a schema, and the library's own marks: they mean nothing to a reader of OpenAPI. */
const OURS = new Set(['keep', 'wrong', 'mayName', 'ownFile', 'fromRow']);

/** The document without what is not OpenAPI; references between records stay as an extension, `x-ref`. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => !name.startsWith('~') && !(OURS.has(name) && typeof each !== 'object'))
      .map(([name, each]) => [name === 'ref' && typeof each === 'string' ? 'x-ref' : name, plain(each)]),
  );
}

export async function documentation(server: FastifyInstance, app: App): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '一窗 Yichuang',
        version: '0.1.0',
        description: `县级行政审批服务局的日常业务与绩效自评。模块：${app.modules.map((module) => module.title).join('、')}。`,
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: '访问令牌（yichuang token）' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'yichuang',
            description: '登录会话；修改时另需请求头 X-Yichuang: 1',
          },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(plain(server.swagger())),
  );
  server.get('/api/style.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(STYLE),
  );
  server.get('/api', { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(documentationPage(plain(server.swagger()) as Document).__html),
  );
}
