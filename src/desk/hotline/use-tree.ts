import { shallowRef, type ShallowRef } from 'vue';
import { get } from '#desk/api/http.ts';
import type { Listed, Row } from '#desk/api/program.ts';
import type { Option } from './pick.ts';
import { optionsOf, type Branch } from './places.ts';

const places = shallowRef<readonly Option[]>([]);
const units = shallowRef<readonly Option[]>([]);
const topics = shallowRef<readonly Option[]>([]);
let tree: Promise<void> | null = null;
let taxonomy: Promise<void> | null = null;

async function loadTree(): Promise<void> {
  const found = optionsOf(await get<readonly Branch[]>('/api/organisation-tree'));
  [places.value, units.value] = [found.places, found.units];
}
interface Topic extends Row {
  readonly topicPath: string;
  readonly level: number;
  readonly spokenAs?: string | null;
}
/** All of them, page after page: a few hundred that are typed into many times a day. */
async function loadTopics(): Promise<void> {
  const all: Topic[] = [];
  let after: string | null = null;
  do {
    const page: Listed<Topic> = await get('/api/topics', { state: 'active', limit: 200, after });
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  topics.value = all
    .map((each) => ({
      value: each.topicPath,
      title: each.topicPath.replaceAll('/', ' / '),
      also: each.spokenAs?.split('、') ?? [],
    }))
    .toSorted((a, b) => a.value.localeCompare(b.value, 'zh-CN'));
}

/** Divisions and organisations to choose from, loaded once for all pages. */
export function useTree(): {
  readonly places: ShallowRef<readonly Option[]>;
  readonly units: ShallowRef<readonly Option[]>;
} {
  tree ??= loadTree().catch(() => void (tree = null));
  return { places, units };
}
/** Topics to choose from. */
export function useTopics(): ShallowRef<readonly Option[]> {
  taxonomy ??= loadTopics().catch(() => void (taxonomy = null));
  return topics;
}
