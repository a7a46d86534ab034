import { ref } from 'vue';
import { get } from '#desk/api/http.ts';

/** Names of scopes (a region's code, an organisation's id), from the one tree of both; loaded when first asked for. */
interface Branch {
  readonly value: string;
  readonly name: string;
  readonly children: readonly Branch[];
}
const names = ref<ReadonlyMap<string, string> | null>(null);
let asked = false;

const flat = (branches: readonly Branch[]): readonly (readonly [string, string])[] =>
  branches.flatMap(({ value, name, children }) => [[value, name] as const, ...flat(children)]);

export function scopeName(scope: string): string {
  if (scope === '') return '全部';
  if (!asked) {
    asked = true;
    void get<readonly Branch[]>('/api/organisation-tree').then(
      (tree) => (names.value = new Map(flat(tree))),
      () => (names.value = new Map()),
    );
  }
  return names.value === null ? '' : (names.value.get(scope) ?? scope);
}
