import { because, type Spoke } from './topics/because.ts';
import { decodeModel } from './topics/file.ts';
import { rankTopics, type Candidate, type TopicModel } from './topics/model.ts';
import { shippedModel } from './topics/shipped.ts';
import { readClosedOrders } from './units/closed-order.ts';
import { learnUnits } from './units/learn.ts';
import { suggestUnits, type SuggestedUnit } from './units/suggest.ts';
import { usualUnits } from './units/usual.ts';
import { refusals, refuse } from '#lib/refusal.ts';

refusals({
  'hotline.unreadable-message': {
    status: 422,
    message: '没有可供判断的内容',
    next: '请输入来信或来电的内容后再试',
  },
});

/** What is suggested for a message, and why. */
export interface Suggestion {
  /** The two likeliest topics. */
  readonly topics: readonly Candidate[];
  /** Up to three units. */
  readonly units: readonly SuggestedUnit[];
  /** The pieces of the text that spoke for each of the two topics. */
  readonly because: readonly Spoke[];
}
type UnitsOf = (topic: string) => readonly SuggestedUnit[];

const TOPICS = 2;
const UNITS = 3;

/** A unit is as likely as the topics it answers. */
function unitsFor(ranked: readonly Candidate[], unitsOf: UnitsOf): readonly SuggestedUnit[] {
  const units = new Map<string, SuggestedUnit>();
  for (const { label, p } of ranked)
    for (const each of unitsOf(label)) {
      const known = units.get(each.name);
      units.set(each.name, { ...(known ?? each), p: (known?.p ?? 0) + p * each.p });
    }
  return [...units.values()].sort((a, b) => b.p - a.p).slice(0, UNITS);
}

const topicModel = (model: Uint8Array | 'shipped' | undefined): TopicModel =>
  model === undefined || model === 'shipped' ? shippedModel() : decodeModel(model);

/**
 * Suggests topics and units for a message whose first line may be its title. `model`: a file that training wrote;
 * `closedOrders`: a JSONL file of the place's own closed orders. Refuses `hotline.unreadable-message` when nothing is said.
 */
export function suggestFor(
  message: string,
  model?: Uint8Array | 'shipped',
  closedOrders?: Uint8Array,
): Suggestion {
  if (!/[\p{L}\p{N}]/u.test(message)) refuse('hotline.unreadable-message');
  const topics = topicModel(model);
  const ranked = rankTopics(topics, message);
  const learned = closedOrders && learnUnits(readClosedOrders(closedOrders));
  const unitsOf: UnitsOf = learned
    ? (topic) => suggestUnits(learned, { topic: [topic], place: [] })
    : usualUnits;
  const first = ranked.slice(0, TOPICS);
  return {
    topics: first,
    units: unitsFor(ranked, unitsOf),
    because: first.flatMap(({ label }) => because(topics, message, label)),
  };
}
