import { randomBytesPooled } from '#lib/random.ts';
import { refuse } from '#lib/refusal.ts';
import { uuidv7 } from '#lib/ids.ts';
import { millis, type Instant } from '#lib/time.ts';
import type { Action, Write } from '../action.ts';
import type { Personal } from '../column.ts';
import type { Ask, Held, Need } from '../need.ts';
import { rootOf, type Noun, type Row } from '../noun.ts';
import { hasRole, permit } from '../permission.ts';
import type { ScopeTree } from '../person.ts';
import type { AlikeFinder } from './alike.ts';
import type { Loader } from './load.ts';
import type { Opener } from './opened.ts';
import { planOf } from './plan.ts';
import type { Change, Decision, Request } from './request.ts';
import { refuseHidden } from '#lib/visible.ts';

export interface Deciding {
  readonly load: Loader;
  readonly scopes: () => ScopeTree;
  readonly heldValue: (held: Held<unknown>) => unknown;
  readonly opened: Opener;
  readonly alike: AlikeFinder;
}
type Values = Readonly<Record<string, unknown>>;

/** Finds the row and its root; both unknown and out-of-scope rows are answered alike, so that ids cannot be tried out. */
async function findRow(
  request: Request,
  load: Loader,
): Promise<{ readonly row: Row; readonly root: Row | null }> {
  const { noun } = request.action;
  const [row] = await load.rows(noun, { id: request.id });
  if (!row) return refuse('lib.not-found');
  const root = rootOf(noun);
  if (!root) return { row, root: null };
  const [rootRow] = await load.rows(root, { id: (row as unknown as Values)[noun.rootColumn!] });
  return { row, root: rootRow ?? refuse('lib.not-found') };
}

/** The role is asked for before anything is loaded, so that its refusal says nothing of any row. */
function mustHoldRole({ action, by }: Request): void {
  if (!hasRole(action.may, by)) refuse('lib.missing-role', { title: action.title });
}

/** Outside one's scope a row does not exist, unless one may at least see it; a row not yet born is nobody's secret. */
function mustLieInScope(request: Request, row: Row, scopes: ScopeTree): void {
  const { action, by } = request;
  if (permit(action.may, by, row, scopes) === 'allowed') return;
  if (action.from === null) refuse('lib.outside-scope', { title: action.title });
  const isSeen = permit(action.noun.see, by, row, scopes) === 'allowed';
  refuse(isSeen ? 'lib.missing-role' : 'lib.not-found', { title: action.title });
}

function isOpen(request: Request, row: Row): void {
  const { action } = request;
  if (request.ifMatch !== null && request.ifMatch !== row.version)
    refuse('lib.lost-race', {}, { current: { noun: action.noun, row } });
  if (!action.from!.includes(row.state) || !action.when(row, request.now)) {
    refuse(
      'lib.wrong-state',
      { state: action.noun.states[row.state] ?? row.state, title: action.title },
      { current: { noun: action.noun, row } },
    );
  }
}

type Wheres = readonly Readonly<Record<string, unknown>>[];
const rowsOfEach = async ({ load }: Deciding, noun: Noun, wheres: Wheres): Promise<readonly Row[]> =>
  (await Promise.all(wheres.map((where) => load.rows(noun, where)))).flat();

async function answerAsk(ask: Ask, deciding: Deciding): Promise<unknown> {
  if (ask.kind === 'held') return ask.pick(deciding.heldValue(ask.held) as never);
  if (ask.kind === 'made') return ask.make();
  if (ask.kind === 'alike') return deciding.alike(ask);
  if (ask.kind === 'each') return rowsOfEach(deciding, ask.noun, ask.wheres);
  if (ask.kind === 'hanging') {
    const ids = new Set((await rowsOfEach(deciding, ask.on, ask.wheres)).map(({ id }) => id));
    const wheres = [...ids].map((id) => ({ [ask.column]: id }));
    return rowsOfEach(deciding, ask.noun, wheres);
  }
  if (ask.kind === 'opened') {
    const rows = await rowsOfEach(deciding, ask.noun, ask.wheres);
    return (await deciding.opened(ask.noun, rows)).map((each, n) => ({ ...each, id: rows[n]!.id }));
  }
  return ask.shape((await deciding.load.rows(ask.noun, ask.where)) as never);
}

/** Needs made outside (`made`) are made once a request, however often `decide` runs again. */
async function answerNeeds(
  request: Request,
  row: Row | null,
  deciding: Deciding,
  madeBefore: Map<string, unknown>,
): Promise<Values> {
  const question = { row, input: request.input, by: request.by, now: request.now };
  const answer = async ([name, need]: [string, Need<never, unknown>]): Promise<[string, unknown]> => {
    const ask = need.ask(question as never);
    if (ask.kind !== 'made') return [name, await answerAsk(ask, deciding)];
    if (!madeBefore.has(name)) madeBefore.set(name, await ask.make());
    return [name, madeBefore.get(name)];
  };
  return Object.fromEntries(await Promise.all(Object.entries(request.action.needs).map(answer)));
}

/** Fills what a row needs beyond what `decide` said: nulls for columns left out, a salt beside changed prose. */
function complete(noun: Noun, before: Row | null, values: Values, id: string): Row {
  const { blank, required, prose, personal } = planOf(noun);
  const old = before as unknown as Values | null;
  const row: Record<string, unknown> = {
    ...(before ?? blank),
    ...values,
    id,
    version: (before?.version ?? 0) + 1,
  };
  for (const name of Object.keys(values)) row[name] ??= null;
  for (const name of required)
    if (row[name] === null) throw new Error(`${noun.name}.${name} must not be null`);
  for (const { name, mask } of personal) {
    const said = values[name];
    if (mask === 'name' && isPlain(said)) refuseHidden(said.plain, name);
  }
  for (const { name, salt } of prose) {
    if (row[name] === null) row[salt] = null;
    else if (old?.[name] !== row[name]) row[salt] = randomBytesPooled(16).toString('hex');
  }
  row['number'] ??= '';
  return row as unknown as Row;
}

function changeOf(write: Write, now: Instant): Change {
  const id = write.row?.id ?? ((write.values as { id?: string }).id || uuidv7(millis(now)));
  return { noun: write.noun, before: write.row, after: complete(write.noun, write.row, write.values, id) };
}

function checkOutcome(action: Action, row: Row): void {
  if (!action.to.includes(row.state))
    throw new Error(
      `${action.noun.name}.${action.name} decided state ${row.state}, which it does not declare`,
    );
}

/** The root's version is guarded and bumped with every action on a row below it, unless `decide` changes it anyway. */
function withRoot(changes: readonly Change[], noun: Noun, root: Row | null): readonly Change[] {
  const rootNoun = rootOf(noun);
  if (!rootNoun || !root || changes.some((change) => change.after.id === root.id)) return changes;
  return [...changes, { noun: rootNoun, before: root, after: complete(rootNoun, root, {}, root.id) }];
}

/**
 * Loads, checks permission, scope and state, answers the needs and asks `decide`. Throws a Refusal when it cannot be.
 * Runs again from the start when a race was lost.
 */
export async function decide(
  request: Request,
  deciding: Deciding,
  madeBefore: Map<string, unknown>,
): Promise<Decision> {
  const { action } = request;
  mustHoldRole(request);
  const found = request.id === null ? null : await findRow(request, deciding.load);
  if (found) {
    mustLieInScope(request, found.row, deciding.scopes());
    isOpen(request, found.row);
  }
  const needs = await answerNeeds(request, found?.row ?? null, deciding, madeBefore);
  const ids: string[] = request.bornAs === undefined ? [] : [request.bornAs];
  const given: Record<string, unknown> = {
    ...needs,
    input: request.input,
    by: request.by,
    now: request.now,
    id: (n: number) => (ids[n] ??= uuidv7(millis(request.now))),
  };
  if (found) given[action.noun.as] = found.row;
  if (found?.root) given[rootOf(action.noun)!.as] = found.root;
  const input = action.inClear?.(given as never) ?? request.input;
  const outcome = action.decide({ ...given, input, typed: request.input } as never) as
    Values | readonly [Values, ...Write[]];
  const [patch, ...more] = Array.isArray(outcome) ? (outcome as [Values, ...Write[]]) : [outcome as Values];
  const own = changeOf(
    { kind: found ? 'change' : 'create', noun: action.noun, row: found?.row ?? null, values: patch },
    request.now,
  );
  checkOutcome(action, own.after);
  if (!found) mustLieInScope(request, own.after, deciding.scopes());
  return {
    request,
    input,
    changes: withRoot(
      [own, ...more.map((write) => changeOf(write, request.now))],
      action.noun,
      found?.root ?? null,
    ),
  };
}

export const isPlain = (value: unknown): value is { readonly plain: string } =>
  typeof value === 'object' &&
  value !== null &&
  'plain' in value &&
  !('sealed' in (value as Partial<Personal>));
