import { askMaybe, findMaybe } from './optional.ts';
import type { Option } from './pick.ts';

interface Suggested {
  readonly topics: readonly {
    readonly label: string;
    /** The deepest topic below it that the text bears, with its part of the probability; and what else it may be there. */
    readonly path?: string;
    readonly share?: number;
    readonly nearer?: readonly { readonly path: string; readonly share: number }[];
    readonly p: number;
  }[];
  /** Words of topics that were said. */
  readonly words?: readonly { readonly word: string; readonly path: string }[];
  /** The pieces of the text that spoke, and for which topic. */
  readonly because?: readonly { readonly gram: string; readonly label: string }[];
  readonly units: readonly { readonly id?: string | null; readonly name: string; readonly p: number }[];
}
interface Text {
  readonly title: string;
  readonly text: string;
  readonly place?: string | undefined;
  readonly topic?: string | undefined;
}
/** A share as people read it; below one in a hundred it says nothing. */
const percent = (p: number): string => `${Math.round(p * 100)}%`;

/** What the program takes the text for; null where it makes no suggestions. */
export const suggestFor = (text: Text): Promise<Suggested | null> =>
  askMaybe<Suggested>('/api/hotline/suggest', text);

/** `城乡建设：路灯、小区` — which words of the text spoke for the likeliest topic. */
export function becauseSaid(suggested: Suggested | null): string {
  const label = suggested?.topics[0]?.label;
  const grams = suggested?.because?.filter((each) => each.label === label).map(({ gram }) => gram) ?? [];
  const path = suggested?.topics[0]?.path ?? label;
  const words = suggested?.words?.filter((each) => each.path === path && path !== label) ?? [];
  return [
    ...(grams.length > 0 ? [`${label}：${grams.join('、')}`] : []),
    ...(words.length > 0 ? [`${path?.split('/').at(-1)}：${words.map(({ word }) => word).join('、')}`] : []),
  ].join('；');
}
/** Less likely than this is no suggestion. */
const LEAST = 0.01;
/**
 * Topics suggested, each as deep as the text bears, with what it may be beside; then the first domain and all below it, to be
 * chosen more closely.
 */
export function topicOptions(suggested: Suggested | null, topics: readonly Option[]): readonly Option[] {
  const likely = (suggested?.topics ?? []).filter(({ p }) => p >= LEAST).slice(0, 2);
  const byPath = new Map(topics.map((each) => [each.value, each]));
  const offer = (path: string, p: number): readonly Option[] => {
    const topic = byPath.get(path);
    return topic && p >= LEAST ? [{ ...topic, hint: `建议 ${percent(p)}` }] : [];
  };
  const named = likely.flatMap(({ label, path = label, share = 1, nearer = [], p }) => [
    ...offer(path, p * share),
    ...nearer.flatMap((each) => offer(each.path, p * each.share)),
  ]);
  const domain = likely[0]?.label;
  if (named.length === 0 || domain === undefined) return [];
  const below = topics.filter(({ value }) => value === domain || value.startsWith(`${domain}/`));
  return [...named, ...below.filter(({ value }) => named.every((each) => each.value !== value))];
}
interface Precedent {
  readonly handler: string;
  readonly topic?: string;
  readonly reason?: string;
}
export interface SuggestedUnits {
  readonly options: readonly Option[];
  /** The unit that a ruling names for this very topic, here or in a place around it: what a form starts with. */
  readonly ruled: Option | null;
}
/** Units that a ruling or the closed orders of this topic and place name, those of a ruling first. */
export async function unitOptions(of: Text, units: readonly Option[]): Promise<SuggestedUnits> {
  const [ruled, suggested] = await Promise.all([
    findMaybe<{ items: readonly Precedent[] }>('/api/precedents/suggest', {
      topic: of.topic ?? '',
      place: of.place ?? '',
    }),
    suggestFor(of),
  ]);
  const known = new Map(units.map((each) => [each.value, each]));
  const byName = new Map(units.map((each) => [each.title, each]));
  const ruling = (ruled?.items ?? []).flatMap(({ handler, reason }) => {
    const unit = known.get(handler);
    return unit ? [{ ...unit, hint: `先例${reason ? `：${reason}` : ''}` }] : [];
  });
  const likely = (suggested?.units ?? []).filter(({ p }) => p >= LEAST);
  const learnt = likely.flatMap(({ id, name, p }) => {
    const unit = known.get(id ?? '') ?? byName.get(name);
    return unit ? [{ ...unit, hint: `建议 ${percent(p)}` }] : [];
  });
  const seen = new Set<string>();
  const options = [...ruling, ...learnt].filter(({ value }) => !seen.has(value) && seen.add(value));
  const nearest = ruled?.items[0];
  const isOfTopic = nearest !== undefined && nearest.topic === of.topic;
  return { options, ruled: (isOfTopic && options.find(({ value }) => value === nearest.handler)) || null };
}
