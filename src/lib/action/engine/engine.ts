import { databaseFault } from '#lib/db/sqlstate.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Suite } from '#lib/suite.ts';
import type { Action } from '../action.ts';
import type { ScopeTree } from '../person.ts';
import type { Row } from '../noun.ts';
import { rootOf } from '../noun.ts';
import { batchWriter, shapeName, type WriteJob } from './batch.ts';
import { canonical, sha256 } from './canonical.ts';
import { decide, type Deciding } from './decide.ts';
import type { HeldValues } from './held-values.ts';
import { lane, type Job } from './lane.ts';
import { loader, type Query } from './load.ts';
import { numbers } from './numbers.ts';
import { prepare, type Prepared, type Preparing } from './prepare.ts';
import type { Answer, Request } from './request.ts';

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
  readonly perform: (request: Request) => Promise<Answer & { readonly row: Row }>;
  readonly waiting: () => number;
  readonly idle: () => Promise<void>;
}

/** Under a root many people touch one version; elsewhere a second loss means real contention. */
const TRIES = { plain: 3, rooted: 6 } as const;

const bindKey = (request: Request): string | null =>
  request.key === null
    ? null
    : sha256(
        [request.by.id, request.action.noun.name, request.action.name, request.id ?? '', request.key].join(
          '\n',
        ),
      );

type Outcome =
  | { readonly kind: 'won'; readonly prepared: Prepared }
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault'; readonly fault: unknown };

function refusalOf(fault: unknown): unknown {
  const kind = databaseFault(fault);
  if (kind === 'unique') return new Refusal('lib.duplicate');
  if (kind === 'foreign-key') return new Refusal('lib.unknown-reference');
  if (kind === 'lock-timeout' || kind === 'unavailable') return new Refusal('lib.busy');
  return kind === 'outcome-unknown' ? new Refusal('lib.outcome-unknown') : fault;
}

export function engine(parts: EngineParts): Engine {
  const byNoun = Map.groupBy(parts.actions, (action) => action.noun.name);
  const deciding: Deciding = { load: loader(parts.query), scopes: parts.scopes, heldValue: parts.held.value };
  const preparing: Preparing = {
    suite: parts.suite,
    numbers: numbers(parts.counters),
    scopes: parts.scopes,
    actionsOf: (noun) => byNoun.get(noun) ?? [],
  };
  const lanes = lane(batchWriter(parts.query), (fault) => databaseFault(fault) !== 'outcome-unknown');

  const write = (prepared: Prepared, keyDigest: string | null): Promise<Outcome> =>
    new Promise((give) => {
      const job: WriteJob = {
        decision: prepared.decision,
        prepared,
        keyDigest,
        shape: shapeName(prepared),
        settle: (won) => give(won ? { kind: 'won', prepared } : { kind: 'lost' }),
        fail: (fault) => give({ kind: 'fault', fault }),
      };
      lanes.add(job as Job);
    });

  const repeated = async (
    request: Request,
    digest: string | null,
  ): Promise<(Answer & { readonly row: Row }) | null> => {
    if (request.key === null) return null;
    const [stored] = await parts.query('select answer, digest from idempotency_key where key = $1', [
      request.key,
    ]);
    if (!stored) return null;
    if (stored['digest'] !== digest) throw new Refusal('lib.key-reused');
    const text = stored['answer'] as string;
    return { text, isRepeat: true, row: JSON.parse(text) as Row };
  };

  const afterwards = async (prepared: Prepared): Promise<void> => {
    const watched = [...new Set(prepared.decision.changes.map((change) => change.noun.name))].filter(
      parts.held.isWatched,
    );
    if (watched.length === 0) return;
    await parts.held.refresh(watched);
    await parts.announce(watched);
  };

  const attempt = async (
    request: Request,
    digest: string | null,
    madeBefore: Map<string, unknown>,
  ): Promise<Outcome> => {
    const decision = await decide(request, deciding, madeBefore);
    return write(await prepare(decision, preparing), digest);
  };

  const giveUp = async (request: Request): Promise<never> => {
    const [row] =
      request.id === null ? [] : await deciding.load.rows(request.action.noun, { id: request.id });
    throw new Refusal('lib.lost-race', {}, row ? { current: { noun: request.action.noun, row } } : {});
  };

  /** Every refusal and loss first asks whether this very wish was already granted under its key. */
  const perform = async (wished: Request): Promise<Answer & { readonly row: Row }> => {
    const request = { ...wished, key: bindKey(wished) };
    const digest = request.key === null ? null : sha256(canonical(request.input));
    const madeBefore = new Map<string, unknown>();
    const tries = rootOf(request.action.noun) ? TRIES.rooted : TRIES.plain;
    for (let count = 1; ; count++) {
      let outcome: Outcome;
      try {
        outcome = await attempt(request, digest, madeBefore);
      } catch (fault) {
        const before = fault instanceof Refusal ? await repeated(request, digest) : null;
        if (before) return before;
        throw fault instanceof Refusal ? fault : refusalOf(fault);
      }
      if (outcome.kind === 'won') {
        await afterwards(outcome.prepared);
        const { row } = { row: outcome.prepared.decision.changes[0]!.after };
        return { text: outcome.prepared.answer, isRepeat: false, row };
      }
      const before = await repeated(request, digest);
      if (before) return before;
      const isRace =
        outcome.kind === 'lost' ||
        databaseFault(outcome.fault) === 'unique' ||
        (databaseFault(outcome.fault) === 'outcome-unknown' && request.key !== null);
      if (isRace && count < tries) continue;
      if (outcome.kind === 'fault') throw refusalOf(outcome.fault);
      await giveUp(request);
    }
  };
  return { perform, waiting: lanes.waiting, idle: lanes.idle };
}
