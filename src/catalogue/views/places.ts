import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { item } from '../item/item.ts';
import { abovePlace } from '../settings.ts';
import { settingOf } from '#settings/index.ts';

/** A catalogue that is here: whose, and how many living items it has. */
interface PlaceShown {
  readonly place: string;
  /** The name of the division; its code where only its catalogue is here, as of a province it is compared with. */
  readonly name: string;
  readonly items: number;
}

/**
 * 已有目录 — `{ places: [{ place, name, items }], own, above }`: whose catalogues are here, with the own one (null before a
 * division is established) and the one that stands above by the setting (null where none is named).
 */
export const placesView = view({
  name: 'catalogue.places',
  title: '已有目录',
  path: '/items/places',
  may: item.see,
  query: Type.Object({}),
  read: async ({ app, scopes }) => {
    const { root, regions } = scopes as OrganisationTree;
    const found = await app.query(
      `select place, count(*)::int as items from item where state <> 'cancelled' group by place order by place`,
      [],
    );
    const places = found.map((each): PlaceShown => {
      const place = each['place'] as string;
      return { place, name: regions.get(place)?.name ?? place, items: each['items'] as number };
    });
    return { places, own: root?.code ?? null, above: settingOf(app, abovePlace) || null };
  },
});
