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
function placeTold(told: string | undefined, tree: OrganisationTree): string {
  if (told === undefined) return UNKNOWN;
  try {
    return placeNamed(tree, told).code;
  } catch (fault) {
    if (fault instanceof Refusal) return told;
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

/** What the source tells in words; covered where the matter is confidential. */
export function toldWords(input: RecordInput): CoveredWords {
  const said = { title: input.title.trim(), text: input.text ?? '' };
  return isToldInConfidence(input)
    ? coveredWords(said, input.caller ?? {})
    : { open: said, original: { title: null, text: null } };
}

/** The answer as it was given; without the caller where the matter is confidential. */
function toldReply(input: RecordInput): string | null {
  const { reply, caller } = input;
  if (reply === undefined) return null;
  return isToldInConfidence(input) ? withoutCaller(reply, caller ?? {}) : reply;
}

/** The columns of a recorded order but for who spoke; what the source leaves out is null, 未知 where a word must stand. Pure. */
export function recordedColumns(input: RecordInput, { tree, topics }: Known) {
  const channel = channelTold(input.channel);
  const isOnTime = onTimeAsStated(input);
  return {
    state: input.state,
    channel,
    type: typeIn(input),
    topic: input.topic === undefined ? UNKNOWN : (topics.bySpoken.get(input.topic) ?? input.topic),
    place: placeTold(input.place, tree),
    ...toldWords(input).open,
    isConfidential: flagged(isToldInConfidence(input)),
    isUrgent: flagged(input.isUrgent),
    registeredAt: input.registeredAt,
    handler: input.handler ?? null,
    dispatchedAt: at(input.dispatchedAt),
    dueAt: at(input.dueAt),
    ...countedAsStated(input, isOnTime),
    isOnTime,
    reply: toldReply(input),
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
    statedOutcome: input.statedOutcome ?? null,
  } as const;
}
