import { reactive } from 'vue';
import { get } from '#desk/api/http.ts';
import type { NounShown, Row } from '#desk/api/program.ts';
import { rowLabel } from './title.ts';

const UNREADABLE = '（您的账号看不到）';
/** Numbers and names of records that other records point to, asked for once; an id tells nobody anything. */
const names = reactive(new Map<string, string>());

export function nameOf(noun: NounShown, id: string): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  names.set(id, '');
  void get<Row>(`/api/${noun.path}/${encodeURIComponent(id)}`).then(
    (row) => names.set(id, rowLabel(noun, row)),
    () => names.set(id, UNREADABLE),
  );
  return '';
}
