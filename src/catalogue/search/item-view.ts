import { Type } from 'typebox';
import { detailOf } from '#lib/http/list-routes.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { view, written } from '#lib/view.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { item } from '../item/item.ts';
import { currentIndex } from './find-items.ts';
import { asCode, type Findable } from './index-of-items.ts';

const named = (items: readonly Findable[]): string =>
  items
    .slice(0, 5)
    .map(({ number, name }) => `${number} ${name}`)
    .join('；');

/**
 * 事项 by any of its codes, or by id. The number it is known by comes first, then one's own place's, then whoever has the
 * code alone; a code that several share is refused with their names.
 */
export const itemView = view({
  name: 'catalogue.item',
  title: '事项详情（按标识或编码）',
  path: '/items/{code}',
  may: item.see,
  query: Type.Object({ code: Type.String({ title: '标识或任一编码', minLength: 1, maxLength: 100 }) }),
  read: async ({ query: { code }, by, app, scopes }) => {
    if (isUuid(code)) return written(await detailOf(item, code, { by, app }));
    const { byCode, items } = await currentIndex(app);
    const found = (byCode.get(asCode(code)) ?? []).map((n) => items[n]!);
    const { regions } = scopes as OrganisationTree;
    const nearest = [
      found.filter(({ number }) => asCode(number) === asCode(code)),
      found.filter(({ place, state }) => regions.has(place) && state !== 'cancelled'),
      found,
    ].find((each) => each.length > 0);
    const [only, ...others] = nearest ?? [];
    if (!only) return refuse('lib.not-found');
    if (others.length > 0) refuse('catalogue.several', { code, items: named(nearest!) });
    return written(await detailOf(item, only.id, { by, app }));
  },
});
