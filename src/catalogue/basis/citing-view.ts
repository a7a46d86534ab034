import { Type } from 'typebox';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { itemsOf } from '../views/items-of.ts';
import { basisCheck, type BasisCheck } from './check.ts';
import { findCited } from './cites.ts';
import { legalBasisNotice, type LegalBasisNotice } from './notice.ts';

/** 引用事项 — the living items that cite what changed, one's own first, each with the place and how its check stands. */
export const citingView = view({
  name: 'catalogue.citing',
  title: '引用变动依据的事项',
  path: '/legal-basis-notices/{notice}/items',
  may: legalBasisNotice.see,
  query: Type.Object({ notice: Type.String({ title: '标识或编号', maxLength: 60 }) }),
  read: async ({ query, by, app }) => {
    const notice = (await getRow(legalBasisNotice, query.notice, { by, app })) as LegalBasisNotice;
    const [items, found] = await Promise.all([
      itemsOf(app, null),
      app.query(selectRows(basisCheck, 'where r.notice = $1 order by r.id'), [notice.id]),
    ]);
    const checks = new Map(
      found.map((record) => readRow(basisCheck, record) as BasisCheck).map((each) => [each.item, each]),
    );
    const citing = items.flatMap(({ id, number, name, body, place, isOwn, elements }) => {
      const cited = findCited(elements, notice);
      const check = checks.get(id);
      if (cited === undefined) return [];
      return [
        {
          id,
          number,
          name,
          body,
          place,
          isOwn: isOwn === true,
          cited,
          check: check?.id ?? null,
          state: check?.state ?? null,
        },
      ];
    });
    return { items: citing.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)) };
  },
});
