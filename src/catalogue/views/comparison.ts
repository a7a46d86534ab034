import { Type } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { compareCatalogues } from '../compare/compare.ts';
import { ELEMENT_KEYS, type ElementKey } from '../elements/elements.ts';
import { item, type Item } from '../item/item.ts';
import { decisionsOf } from '../differences/decisions-view.ts';
import { withDecisions } from '../differences/standing-decision.ts';
import { abovePlace, comparedFields } from '../settings.ts';
import { itemsOf, MOST } from './items-of.ts';

const Place = (title: string) => Type.String({ title, pattern: '^[0-9]{2,12}$', wrong: '应为行政区划代码' });

const shown = ({ id, number, name, basicCode, body }: Item) => ({ id, number, name, basicCode, body });

/**
 * 四级四同 — one place's catalogue held against another's by basic code, field by field, with what was decided about each
 * difference and still stands.
 */
export const comparisonView = view({
  name: 'catalogue.comparison',
  title: '目录比对（四级四同）',
  path: '/items/comparison',
  may: item.see,
  query: Type.Object({
    own: Type.Optional(Place('本级目录（不填为本地）')),
    above: Type.Optional(Place('对照目录（不填为设置的上级）')),
    open: Type.Optional(Type.String({ title: '只看待处理的', enum: ['true', 'false'] })),
    after: Type.Optional(Type.String({ title: '上一页最后一条的编码', maxLength: 100 })),
  }),
  read: async ({ query, app, scopes }) => {
    const place = query.own ?? (scopes as OrganisationTree).root?.code ?? refuse('catalogue.no-above');
    const above = query.above ?? settingOf(app, abovePlace);
    if (above === '') refuse('catalogue.no-above');
    const fields = (settingOf(app, comparedFields) as readonly string[]).filter(
      (field): field is ElementKey => (ELEMENT_KEYS as readonly string[]).includes(field),
    );
    const [own, standard] = await Promise.all([itemsOf(app, place), itemsOf(app, above)]);
    const { pairs, onlyOwn, onlyTheirs, agreement } = compareCatalogues(own, standard, fields);
    const decisions = await decisionsOf(app, place);
    const settled = pairs.flatMap(({ own: mine, theirs, ofSeveral, differences }) => {
      const made = withDecisions(differences, decisions.get(`${mine.id} ${theirs.id}`) ?? []);
      return made.length > 0
        ? [{ own: shown(mine), theirs: shown(theirs), ofSeveral, differences: made }]
        : [];
    });
    const isOpen = ({ differences }: (typeof settled)[number]): boolean =>
      differences.some(({ declined }) => declined === null);
    const open = settled.filter(isOpen);
    const differing = (query.open === 'true' ? open : settled).filter(
      ({ own: { number } }) => query.after === undefined || number > query.after,
    );
    const items = differing.slice(0, MOST);
    return {
      items,
      next: differing.length > MOST ? items.at(-1)!.own.number : null,
      own: place,
      above,
      fields,
      agreement: { ...agreement, declined: settled.length - open.length, open: open.length },
      counts: {
        own: own.length,
        above: standard.length,
        onlyOwn: onlyOwn.length,
        onlyAbove: onlyTheirs.length,
      },
      onlyOwn: onlyOwn.slice(0, MOST).map(shown),
      onlyAbove: onlyTheirs.slice(0, MOST).map(shown),
    };
  },
});
