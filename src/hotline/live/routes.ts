import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Noun } from '#lib/action/noun.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { callerOf } from '#lib/http/server.ts';
import { refuse } from '#lib/refusal.ts';
import { feed, type Feed, type News } from './feed.ts';
import { heardBy } from './heard.ts';
import { openStream, type Stream } from './stream.ts';

const BEAT_MS = 15_000;
/** Tabs of one person, and listeners of one process. */
const MOST_PER_PERSON = 20;
const MOST = 2_000;

type Nouns = ReadonlyMap<string, Noun>;
interface Listening {
  readonly who: string;
  readonly end: () => void;
}
interface Room {
  readonly app: App;
  readonly nouns: Nouns;
  readonly news: Feed;
  readonly open: Set<Listening>;
}

/** Who listens, if they still may: the stream ends with the session and follows the grants. */
async function stillThere({ app, nouns }: Room, request: FastifyRequest): Promise<Person | null> {
  try {
    const by = await callerOf(app, request, { isWatching: true });
    return by && [...nouns.values()].some((noun) => hasRole(noun.see, by)) ? by : null;
  } catch {
    return null;
  }
}

function makeRoom({ open }: Room, by: Person): void {
  if (open.size >= MOST) refuse('lib.busy');
  if ([...open].filter((each) => each.who === by.id).length >= MOST_PER_PERSON)
    refuse('lib.too-many', { seconds: 60 });
}

const lastSeen = (request: FastifyRequest): number | null => {
  const said = request.headers['last-event-id'];
  return typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : null;
};

/** Passes on what this listener may know, in order, asking each time whether they still may. */
function passing(room: Room, request: FastifyRequest, stream: Stream): (news: News) => Promise<void> {
  const pass = async (news: News): Promise<void> => {
    const by = await stillThere(room, request);
    if (by === null) return stream.end();
    if (news === null) return stream.reset();
    const asked = { by, scopes: room.app.scopes() };
    for (const told of news.flatMap((each) => heardBy(each, room.nouns, asked))) stream.tell(told);
  };
  const broken = (fault: unknown): void => {
    room.app.log.error('hotline.live', fault);
    stream.end();
  };
  let last = Promise.resolve();
  return (news) => (last = last.then(() => pass(news)).catch(broken));
}

async function admitted(room: Room, request: FastifyRequest): Promise<Person> {
  const by = (await callerOf(room.app, request)) ?? refuse('lib.not-signed-in');
  if (![...room.nouns.values()].some((noun) => hasRole(noun.see, by)))
    refuse('lib.missing-role', { title: '实时更新' });
  makeRoom(room, by);
  return by;
}

async function listen(room: Room, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { id: who } = await admitted(room, request);
  // Hears before it answers, so that nothing happens between the answer and the first look.
  const ear: { pass: (news: News) => void } = { pass: () => undefined };
  const stop = await room.news.listen((news) => ear.pass(news));
  const stream = openStream(reply);
  const pass = passing(room, request, stream);
  ear.pass = (news) => void pass(news);
  const beat = setInterval(() => {
    stream.beat();
    void pass([]);
  }, BEAT_MS);
  const listening = { who, end: stream.end };
  room.open.add(listening);
  stream.onceClosed(() => {
    stop();
    clearInterval(beat);
    room.open.delete(listening);
  });
  const seen = lastSeen(request);
  if (seen !== null) await pass(await room.news.since(seen));
}

/**
 * `GET /api/hotline/live`: server-sent events about the rows of this module within the listener's sight. `change` with
 * `{noun, id, action, state}`; `reset` when too much happened to tell, or while one was away: load everything again.
 */
export function liveRoutes(server: FastifyInstance, app: App): void {
  const mine = app.modules.find((module) => module.name === 'hotline')?.nouns ?? [];
  const nouns = new Map(mine.map((noun) => [noun.name, noun]));
  const room: Room = { app, nouns, news: feed(app, [...nouns.keys()]), open: new Set() };
  const schema = {
    tags: ['查询'],
    summary: '热线实时更新',
    description:
      'text/event-stream。change：{noun, id, action, state}，只含看得到的记录，不含内容；reset：请全部重新读取。登录结束时断开',
    operationId: 'hotline.live',
    produces: ['text/event-stream'],
  };
  server.get('/api/hotline/live', { schema }, (request, reply) => listen(room, request, reply));
  server.addHook('preClose', (done) => {
    for (const each of room.open) each.end();
    room.news.close();
    done();
  });
}
