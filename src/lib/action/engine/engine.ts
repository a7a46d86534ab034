import { databaseFault } from '#lib/db/sqlstate.ts';
import { inOneWriting } from '#lib/one-writing.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Suite } from '#lib/suite.ts';
import type { Action } from '../action.ts';
import type { ScopeTree } from '../person.ts';
import { rootOf, type Row } from '../noun.ts';
import { batchWriter, tablesOf, type WriteJob } from './batch.ts';
import { canonical, sha256 } from './canonical.ts';
import { gathering } from './gather.ts';
import { decide, type Deciding } from './decide.ts';
import type { HeldValues } from './held-values.ts';
import { lane, type Lane } from './lane.ts';
import { alikeFinder } from './alike.ts';
import { loader, type Query } from './load.ts';
import { numbers } from './numbers.ts';
import { opener } from './opened.ts';
import { prepare, type Prepared, type Preparing } from './prepare.ts';
import { repeated } from './repeat.ts';
import type { Answer, Request } from './request.ts';
import { turns, type Turns } from './turns.ts';

export interface EngineParts {
  /** The engine's own connections, with a lock timeout: one foreign lock would hold a whole batch. */
  readonly query: Query;
  /** Connections with `synchronous_commit = off`, for the counters of public numbers only. */
  readonly counters: Query;
  readonly suite: Suite;
  readonly actions: readonly Action[];
  readonly held: HeldValues;
  readonly scopes: () => ScopeTree;
  /** Tells other processes that held values changed. */
  readonly announce: (nouns: readonly string[]) => Promise<void>;
}
/** Nothing writes a business fact but this. */
export interface Engine {
  /** Does one action; throws a Refusal when it cannot be done, anything else is a bug. */
  readonly perform: (request: Request) => Promise<Done>;
  readonly waiting: () => number;
  readonly idle: () => Promise<void>;
}
export interface Done extends Answer {
  readonly row: Row;
}

/** Under a root many people touch one version; elsewhere a second loss means real contention. */
const TRIES = { plain: 3, rooted: 6 } as const;

type Outcome =
  | { readonly kind: 'won'; readonly prepared: Prepared }
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault'; readonly fault: unknown };

/** A request on its way: its bound key and digest, and what was made for it once. */
interface Course {
  readonly request: Request;
  readonly digest: string | null;
  readonly made: Map<string, unknown>;
}
interface Working extends EngineParts {
  readonly deciding: Deciding;
  readonly preparing: Preparing;
  readonly lanes: Lane;
  readonly turns: Turns;
}

/**
 * Whoever asks, its instants are in one writing before anything looks at them: needs, `decide`, the ledger, the digest.
 * The input's digest is keyed: a short secret in it could else be guessed from the table of keys.
 */
function courseOf(suite: Suite, wished: Request): Course {
  const { by, action, id, key } = wished;
  const input = inOneWriting(action.input, wished.input);
  const request = input === wished.input ? wished : { ...wished, input };
  if (key === null) return { request, digest: null, made: new Map() };
  const bound = sha256([by.id, action.noun.name, action.name, id ?? '', key].join('\n'));
  return {
    request: { ...request, key: bound },
    digest: suite.fingerprint(canonical(input)),
    made: new Map(),
  };
}

/** What a fault of the database means for the person; anything unknown stays a bug. */
function refusalOf(fault: unknown): unknown {
  const kind = databaseFault(fault);
  if (kind === 'unique') return new Refusal('lib.duplicate');
  if (kind === 'foreign-key') return new Refusal('lib.unknown-reference');
  if (kind === 'lock-timeout' || kind === 'unavailable') return new Refusal('lib.busy');
  return kind === 'outcome-unknown' ? new Refusal('lib.outcome-unknown') : fault;
}

const write = (working: Working, prepared: Prepared, keyDigest: string | null): Promise<Outcome> =>
  new Promise((give) => {
    const job: WriteJob = {
      decision: prepared.decision,
      prepared,
      keyDigest,
      tables: tablesOf(prepared),
      settle: (won) => give(won ? { kind: 'won', prepared } : { kind: 'lost' }),
      fail: (fault) => give({ kind: 'fault', fault }),
    };
    working.lanes.add(job);
  });

/** The answer this very wish got before, under its key. Asked after every loss and every refusal. */
async function findRepeat(working: Working, { request, digest }: Course): Promise<Done | null> {
  if (request.key === null) return null;
  const [stored] = await working.query('select answer, digest from idempotency_key where key = $1', [
    request.key,
  ]);
  if (!stored) return null;
  if (stored['digest'] !== digest) throw new Refusal('lib.key-reused');
  const { deciding, preparing } = working;
  const text = await repeated(stored['answer'] as string, request, { ...preparing, load: deciding.load });
  return { text, isRepeat: true, row: JSON.parse(text) as Row };
}

async function attempt(working: Working, course: Course): Promise<Outcome> {
  const decision = await decide(course.request, working.deciding, course.made);
  return write(working, await prepare(decision, working.preparing), course.digest);
}

/** Values held in memory are new before the answer goes out, so that one's own next request sees them. */
async function finish(working: Working, prepared: Prepared): Promise<Done> {
  const { changes } = prepared.decision;
  const watched = [...new Set(changes.map((change) => change.noun.name))].filter(working.held.isWatched);
  if (watched.length > 0) {
    await working.held.refresh(watched);
    await working.announce(watched);
  }
  return { text: prepared.answer.sent, isRepeat: false, row: changes[0]!.after };
}

async function loseRace({ deciding }: Working, { action, id }: Request): Promise<never> {
  const [row] = id === null ? [] : await deciding.load.rows(action.noun, { id });
  throw new Refusal('lib.lost-race', {}, row ? { current: { noun: action.noun, row } } : {});
}

/** Whether deciding once more on fresh rows may help. */
function isRace(outcome: Outcome, request: Request): boolean {
  if (outcome.kind !== 'fault') return outcome.kind === 'lost';
  const kind = databaseFault(outcome.fault);
  return (
    kind === 'unique' ||
    kind === 'deadlock' ||
    kind === 'serialization' ||
    (kind === 'outcome-unknown' && request.key !== null)
  );
}

/** One attempt, or the answer this wish got before. */
async function tryOnce(working: Working, course: Course): Promise<Done | Outcome> {
  const outcome = await attempt(working, course).catch(async (fault: unknown) => {
    const before = fault instanceof Refusal ? await findRepeat(working, course) : null;
    if (before) return before;
    throw fault instanceof Refusal ? fault : refusalOf(fault);
  });
  if ('text' in outcome) return outcome;
  if (outcome.kind === 'won') return finish(working, outcome.prepared);
  return (await findRepeat(working, course)) ?? outcome;
}

async function performInTurn(working: Working, course: Course): Promise<Done> {
  const { request } = course;
  const tries = rootOf(request.action.noun) ? TRIES.rooted : TRIES.plain;
  for (let count = 1; ; count++) {
    const outcome = await tryOnce(working, course);
    if ('text' in outcome) return outcome;
    if (isRace(outcome, request) && count < tries) continue;
    if (outcome.kind === 'fault') throw refusalOf(outcome.fault);
    return loseRace(working, request);
  }
}

/** Actions on one row, or below one root, take turns; a birth has nothing to wait for. */
async function perform(working: Working, wished: Request): Promise<Done> {
  const course = courseOf(working.suite, wished);
  const { id, action } = wished;
  if (id === null) return performInTurn(working, course);
  if (!rootOf(action.noun)) return working.turns.take(id, () => performInTurn(working, course));
  const [row] = await working.deciding.load.rows(action.noun, { id });
  const root =
    (row as unknown as Readonly<Record<string, string>> | undefined)?.[action.noun.rootColumn!] ?? id;
  return working.turns.take(root, () => performInTurn(working, course));
}

export function engine(parts: EngineParts): Engine {
  const byNoun = Map.groupBy(parts.actions, (action) => action.noun.name);
  const { begin, during } = gathering();
  const load = loader(parts.query, begin);
  const working: Working = {
    ...parts,
    deciding: {
      load,
      scopes: parts.scopes,
      heldValue: parts.held.value,
      opened: opener(parts.query, parts.suite),
      alike: alikeFinder({ query: parts.query, suite: parts.suite, load }),
    },
    preparing: {
      suite: parts.suite,
      numbers: numbers(parts.counters),
      scopes: parts.scopes,
      actionsOf: (noun) => byNoun.get(noun) ?? [],
    },
    turns: turns(),
    lanes: lane(batchWriter(parts.query), (fault) => databaseFault(fault) !== 'outcome-unknown', begin),
  };
  return {
    perform: (request) => during(() => perform(working, request)),
    waiting: working.lanes.waiting,
    idle: working.lanes.idle,
  };
}
