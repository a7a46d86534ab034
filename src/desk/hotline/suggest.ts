import { askMaybe, findMaybe } from './optional.ts';
import type { Option } from './pick.ts';

interface Suggested {
  readonly topics: readonly { readonly label: string; readonly path?: string; readonly p: number }[];
  readonly units: readonly { readonly id?: string; readonly name: string; readonly p: number }[];
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

const EACH = 3;
/** Topics suggested first, then what lies below the first suggestion. */
export function topicOptions(suggested: Suggested | null, topics: readonly Option[]): readonly Option[] {
  return (suggested?.topics ?? []).slice(0, 2).flatMap(({ label, path, p }) => {
    const under = path ?? label;
    const known = topics.filter(({ value }) => value === under || value.startsWith(`${under}/`));
    return known
      .slice(0, EACH)
      .map((each, n) => ({ ...each, hint: n === 0 ? `建议 ${percent(p)}` : '建议' }));
  });
}

interface Precedent {
  readonly handler: string;
  readonly reason?: string;
}
/** Units that a ruling or the closed orders of this topic and place name, those of a ruling first. */
export async function unitOptions(of: Text, units: readonly Option[]): Promise<readonly Option[]> {
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
  const learnt = (suggested?.units ?? []).flatMap(({ id, name, p }) => {
    const unit = known.get(id ?? '') ?? byName.get(name);
    return unit ? [{ ...unit, hint: `建议 ${percent(p)}` }] : [];
  });
  const seen = new Set<string>();
  return [...ruling, ...learnt].filter(({ value }) => !seen.has(value) && seen.add(value));
}
