import { dayOf, yearOf, type Instant } from '#lib/time.ts';
import { Refusal } from '#lib/refusal.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { withoutCaller } from '#lib/covering/masking.ts';
import { coveredWords, type CoveredWords } from '../covering/words.ts';
import { callerColumns } from '../order/register.ts';
import { placeNamed } from '../places.ts';
import { isCalledReport } from '../order/report-words.ts';
import type { Topics } from '../topics/held-topics.ts';
import type { RecordInput } from './input.ts';
import { onTimeAsStated } from './on-time.ts';
import { channelTold, typeTold, UNKNOWN } from './told-words.ts';

/** What the tenant itself knows of places and topics. */
export interface Known {
  readonly tree: OrganisationTree;
  readonly topics: Topics;
}

/** Our code where the place is one of ours, else the source's own word: foreign history keeps its foreign places. */
function placeTold(input: RecordInput, tree: OrganisationTree): string {
  if (input.place === undefined) return UNKNOWN;
  try {
    return placeNamed(tree, input.place).code;
  } catch (fault) {
    if (fault instanceof Refusal) return open(input, input.place);
    throw fault;
  }
}

/** Counted as due only where the rates can follow: with a limit, and once closed also with the time of the answer. */
function countedAsStated(input: RecordInput, isOnTime: boolean | null) {
  const { registeredAt, dueAt, state } = input;
  if (dueAt === undefined || (state === 'closed' && isOnTime === null))
    return { countedDueAt: null, isDueLaterYear: null };
  const isLater = yearOf(dayOf(dueAt)) > yearOf(dayOf(registeredAt));
  return { countedDueAt: dueAt, isDueLaterYear: isLater ? true : null };
}

const flagged = (value: boolean | undefined): true | null => (value === true ? true : null);
const at = (value: Instant | undefined): Instant | null => value ?? null;

/** Who spoke, sealed by the engine; apart from the order where the matter is confidential. */
export const toldCaller = (input: RecordInput) => callerColumns(input.caller);
/** A source without types may call its reports so among its topics. */
const typeIn = ({ type, topic }: RecordInput) =>
  type === undefined && topic !== undefined && isCalledReport(topic) ? 'report' : typeTold(type);
export const isToldInConfidence = (input: RecordInput): boolean =>
  input.isConfidential === true || typeIn(input) === 'report' || isCalledReport(input.topic ?? '');

/**
 * What a source tells of an order that is there already: once that is confidential, every word is told in confidence, of
 * whoever the source or the office knows to have spoken.
 */
export const heard = (
  { isConfidential }: { readonly isConfidential: boolean | null },
  input: RecordInput,
  known: Readonly<Record<string, string | null | undefined>> = {},
): RecordInput => {
  if (isConfidential !== true) return input;
  const office = ['name', 'phone', 'address'].flatMap((field) =>
    known[field] ? [[field, known[field]]] : [],
  );
  return { ...input, isConfidential: true, caller: { ...input.caller, ...Object.fromEntries(office) } };
};

/** What the source tells in words; covered where the matter is confidential. */
export function toldWords(input: RecordInput): CoveredWords {
  const said = { title: input.title.trim(), text: input.text ?? '' };
  return isToldInConfidence(input)
    ? coveredWords(said, input.caller ?? {})
    : { open: said, original: { title: null, text: null } };
}

/** A word of the source's own as it stands; without the caller where the matter is confidential. */
function open(input: RecordInput, told: string): string {
  return isToldInConfidence(input) ? withoutCaller(told, input.caller ?? {}) : told;
}
const maybeOpen = (input: RecordInput, told: string | undefined): string | null =>
  told === undefined ? null : open(input, told);

/** The columns of a recorded order but for who spoke; what the source leaves out is null, 未知 where a word must stand. Pure. */
export function recordedColumns(input: RecordInput, { tree, topics }: Known) {
  const channel = channelTold(input.channel);
  const isOnTime = onTimeAsStated(input);
  return {
    state: input.state,
    channel,
    type: typeIn(input),
    topic:
      input.topic === undefined ? UNKNOWN : (topics.bySpoken.get(input.topic) ?? open(input, input.topic)),
    place: placeTold(input, tree),
    ...toldWords(input).open,
    isConfidential: flagged(isToldInConfidence(input)),
    isUrgent: flagged(input.isUrgent),
    registeredAt: input.registeredAt,
    handler: input.handler ?? null,
    dispatchedAt: at(input.dispatchedAt),
    dueAt: at(input.dueAt),
    ...countedAsStated(input, isOnTime),
    isOnTime,
    reply: maybeOpen(input, input.reply),
    repliedAt: at(input.repliedAt),
    closedAt: at(input.closedAt),
    calledBackAt: at(input.calledBackAt),
    callBackResult: input.callBackResult ?? null,
    isSolved: input.isSolved ?? null,
    isFromCity: flagged(channel === 'city'),
    cityNumber: channel === 'city' ? input.sourceId : null,
    cityDueAt: at(input.cityDueAt),
    isRecorded: true,
    sourceSystem: input.sourceSystem,
    sourceId: input.sourceId,
    statedOutcome: maybeOpen(input, input.statedOutcome),
  } as const;
}
