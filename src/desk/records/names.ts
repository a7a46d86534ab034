import { reactive } from 'vue';
import { get } from '#desk/api/http.ts';
import type { NounShown, Row } from '#desk/api/program.ts';
import { rowTitle } from './title.ts';

/** Names of records that other records point to, asked for once. An id nobody may read stays an id. */
const names = reactive(new Map<string, string>());

export function nameOf(noun: NounShown, id: string): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  names.set(id, '');
  void get<Row>(`/api/${noun.path}/${encodeURIComponent(id)}`).then(
    (row) => names.set(id, rowTitle(noun, row)),
    () => names.set(id, id),
  );
  return '';
}
