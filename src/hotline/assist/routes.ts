import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { hasRole, type Rights } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { withinSight } from '#lib/http/list.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { dayNumber, dayOf } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { pace } from '../pace.ts';
import { placeTopics } from './place-topics.ts';
import { matterOf, ownUnits } from './own-orders.ts';
import { checkReply } from './reply/check-reply.ts';
import { suggestFor, type Suggestion } from './suggest.ts';
import { suggestUnits } from './units/suggest.ts';

const OFFICE: Rights = {
  'hotline.agent': 'anyone',
  'hotline.dispatcher': 'anyone',
  'hotline.supervisor': 'anyone',
  'hotline.caller-back': 'anyone',
};
const UNITS: Rights = { ...OFFICE, 'hotline.handler': 'anyone' };
/** Fewer closed orders than this say less than the usual division of work. */
const ENOUGH = 30;
/** As fast as a person types. */
const allowed = pace({ most: 120, inMs: 60_000 });

const Message = Type.Object({
  title: Type.Optional(Type.String({ title: '标题', maxLength: 200 })),
  text: Type.Optional(Type.String({ title: '内容', maxLength: 10_000 })),
  topic: Type.Optional(Type.String({ title: '已选的主题', maxLength: 120 })),
  place: Type.Optional(Type.String({ title: '区划', maxLength: 40 })),
});
interface Message {
  readonly title?: string;
  readonly text?: string;
  readonly topic?: string;
  readonly place?: string;
}
interface UnitShown {
  readonly id: string | null;
  readonly name: string;
  readonly p: number;
  readonly because: string;
}

/** The tenant's own name for a bureau that is usually called so: 教育局 is 区教育局 here. */
const idOf = (tree: OrganisationTree, name: string): string | null =>
  [...tree.organisations.values()].find((each) => each.isActive && each.name.endsWith(name))?.id ?? null;

async function unitsFor(
  app: App,
  suggestion: Suggestion,
  { topic, place }: Pick<Message, 'topic' | 'place'>,
): Promise<readonly UnitShown[]> {
  const tree = app.scopes() as OrganisationTree;
  const own = await ownUnits(app);
  if (own.count < ENOUGH) return suggestion.units.map((each) => ({ ...each, id: idOf(tree, each.name) }));
  const matter = matterOf(tree, { topic: topic ?? '', place: place ?? '' });
  return suggestUnits(own.model, { ...matter, day: dayNumber(dayOf(app.now())) }).map((each) => ({
    ...each,
    id: each.name,
    name: tree.nameOf(each.name),
    because: each.because.replaceAll(each.name, tree.nameOf(each.name)),
  }));
}

function permitted(by: Person, rights: Rights, title: string): void {
  if (!hasRole(rights, by)) refuse('lib.missing-role', { title });
  allowed(by.id);
}

/**
 * `POST /api/hotline/suggest {title, text, topic?, place?}` → `{topics: [{label, p, path, share, nearer: [{path, share}]}], units,
 * because, words: [{word, path}]}`. Changes nothing.
 */
function suggestRoute(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['智能辅助'],
    summary: '建议主题和承办单位',
    description:
      '按文字建议两个主题，各到文字足以确定的那一级，按已办结工单和先例建议三个单位，并说明理由；离线计算，不改变任何记录',
    operationId: 'hotline.suggest',
    body: Message,
  };
  server.post('/api/hotline/suggest', { schema }, async (request) => {
    const by = await signedIn(app, request);
    permitted(by, OFFICE, '建议主题和承办单位');
    const message = validated<Message>(Message, request.body);
    const suggestion = suggestFor([message.title ?? '', message.text ?? ''].join('\n'));
    const { topics, words } = await placeTopics(app, by, { message, topics: suggestion.topics });
    const topic = message.topic ?? topics[0]?.path;
    const units = await unitsFor(app, suggestion, { ...message, ...(topic === undefined ? {} : { topic }) });
    return { topics, units, because: suggestion.because, words };
  });
}

interface Earlier {
  readonly name: string;
  readonly text: string;
}
const Draft = Type.Object({
  order: Type.String({ title: '工单', minLength: 1, maxLength: 60 }),
  text: Type.String({ title: '答复', maxLength: 10_000 }),
});
const EARLIER = 200;
/** The unit's earlier replies as far as the asker sees them: a copy of one they may not see is not named to them. */
async function earlierReplies(app: App, by: Person, { id, handler }: WorkOrder): Promise<readonly Earlier[]> {
  const seen = withinSight(workOrder, by, app);
  if (handler === null || seen === null) return [];
  const { rows } = await sql<Earlier>`
    select number as name, reply as text from work_order
     where handler = ${handler}::uuid and id <> ${id}::uuid and reply is not null and ${seen}
     order by id desc limit ${EARLIER}`.execute(app.db);
  return rows;
}

/** `POST /api/hotline/check-reply {order, text}` → `{findings}`: what a reviewer would send back, before it is sent. */
function checkRoute(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['智能辅助'],
    summary: '答复自查',
    description: '逐问是否回应、有无日期、联系人和电话、用语、是否照抄以往答复；只提示，不拦截',
    operationId: 'hotline.check-reply',
    body: Draft,
  };
  server.post('/api/hotline/check-reply', { schema }, async (request) => {
    const by = await signedIn(app, request);
    permitted(by, UNITS, '答复自查');
    const { order, text } = validated<{ readonly order: string; readonly text: string }>(Draft, request.body);
    const row = (await getRow(workOrder, order, { by, app })) as WorkOrder;
    return {
      findings: checkReply({
        question: `${row.title}\n${row.text}`,
        reply: text,
        earlierReplies: await earlierReplies(app, by, row),
      }),
    };
  });
}

export function assistRoutes(server: FastifyInstance, app: App): void {
  suggestRoute(server, app);
  checkRoute(server, app);
}
