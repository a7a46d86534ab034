import { get } from '#desk/api/http.ts';

export interface Catalogues {
  readonly places: readonly { readonly place: string; readonly name: string; readonly items: number }[];
  /** The own one, and the one above by the setting; null where there is none. */
  readonly own: string | null;
  readonly above: string | null;
}
/** Whose catalogues are here; none where that cannot be asked. */
export const cataloguesHere = (): Promise<Catalogues> =>
  get<Catalogues>('/api/items/places').catch(() => ({ places: [], own: null, above: null }));

/** The catalogue that an address names, else the usual one; '' leaves it to the server. */
export const placeAsked = (asked: unknown, usual: string | null): string =>
  typeof asked === 'string' && asked !== '' ? asked : (usual ?? '');

/** `君山区（78 项）`: as it stands in a list of catalogues. */
export const placeSaid = ({ name, items }: Catalogues['places'][number]): string =>
  `${name}（${items.toLocaleString('zh-CN')} 项）`;
