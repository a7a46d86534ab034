import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { mediaTypes, writePaper, type Paper } from '#documents/index.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { oneOf } from '#lib/choice.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { bannerOf } from '#lib/simulated.ts';
import { dayOf, type Day } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { DelegationLevel } from '../words.ts';
import { delegationsOn, listQuery } from '../delegations/list-view.ts';
import { item } from '../item/item.ts';
import { itemsOf } from '../views/items-of.ts';
import { delegationPaper, powersPaper } from './papers.ts';
import { powersOf } from './powers.ts';
import { powersQuery } from './powers-view.ts';

const FORMATS = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF', html: '网页' } as const;
type Format = keyof typeof FORMATS;
const format = oneOf<Format>(FORMATS, '格式');

async function send(app: App, reply: FastifyReply, paper: Paper, as: Format): Promise<FastifyReply> {
  const bytes = await writePaper({ ...paper, ...(await bannerOf(app)) }, as);
  const name = encodeURIComponent(`${paper.title}.${as}`);
  return reply
    .type(mediaTypes[as])
    .header('content-disposition', `attachment; filename="list.${as}"; filename*=UTF-8''${name}`)
    .send(Buffer.from(bytes));
}

/** `GET /api/items/powers/file?place=&body=&format=` and `GET /api/delegations/list/file?level=&on=&format=`. */
export function listRoutes(server: FastifyInstance, app: App): void {
  const powers = Type.Object({ ...powersQuery, format });
  const ofPowers = {
    tags: ['事项'],
    summary: '下载权责清单',
    operationId: 'items.powers-file',
    querystring: powers,
  };
  server.get('/api/items/powers/file', { schema: ofPowers }, async (request, reply) => {
    if (!hasRole(item.see, await signedIn(app, request)))
      refuse('lib.missing-role', { title: '下载权责清单' });
    const asked = validated<{ place: string; body?: string; format: Format }>(powers, request.query);
    const all = powersOf(await itemsOf(app, asked.place));
    const wanted = asked.body === undefined ? all : all.filter(({ body }) => body === asked.body);
    return send(app, reply, powersPaper(wanted), asked.format);
  });
  const delegated = Type.Object({ ...listQuery, format });
  const ofDelegated = {
    tags: ['赋权事项'],
    summary: '下载赋权清单',
    operationId: 'delegations.file',
    querystring: delegated,
  };
  server.get('/api/delegations/list/file', { schema: ofDelegated }, async (request, reply) => {
    if (!hasRole(item.see, await signedIn(app, request)))
      refuse('lib.missing-role', { title: '下载赋权清单' });
    const asked = validated<{ level: DelegationLevel; on?: Day; format: Format }>(delegated, request.query);
    const on = asked.on ?? dayOf(app.now());
    const items = await delegationsOn(app, asked.level, on);
    const { nameOf } = app.scopes() as OrganisationTree;
    return send(app, reply, delegationPaper({ level: asked.level, on, items, nameOf }), asked.format);
  });
}
