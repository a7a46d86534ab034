import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import { dayOf } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { authorityLetter, type AuthorityLetter } from '../authority/letter.ts';
import { approvalSection, type ApprovalSection } from '../authority/section.ts';
import { basisCheck, type BasisCheck } from '../basis/check.ts';
import { legalBasisNotice, type LegalBasisNotice } from '../basis/notice.ts';
import type { ElementKey } from '../elements/elements.ts';
import type { Item } from '../item/item.ts';
import { organisationOf } from '../item/organisation-of.ts';
import { abovePlace, comparedFields } from '../settings.ts';
import { itemsOf } from '../views/items-of.ts';
import type { Around } from './settled.ts';

export type Reading = Pick<App, 'query' | 'now' | 'scopes' | 'held'>;

async function inState<R>(app: Reading, noun: Noun, states: readonly string[]): Promise<readonly R[]> {
  const found = await app.query(selectRows(noun, 'where r.state = any($1::text[]) order by r.id'), [states]);
  return found.map((record) => readRow(noun, record) as R);
}
export const openNotices = (app: Reading): Promise<readonly LegalBasisNotice[]> =>
  inState(app, legalBasisNotice, ['open']);
/** Checks that say something still: open ones, and those that found it still holds. */
export const knownChecks = (app: Reading): Promise<readonly BasisCheck[]> =>
  inState(app, basisCheck, ['open', 'kept']);

/** Everything items are settled by, as it stands now. */
export async function readAround(app: Reading): Promise<Around> {
  const place = settingOf(app, abovePlace);
  const [theirs, sections, letters, checks] = await Promise.all([
    place === '' ? null : itemsOf(app, place),
    inState<ApprovalSection>(app, approvalSection, ['active']),
    inState<AuthorityLetter>(app, authorityLetter, ['granted', 'revoked']),
    inState<BasisCheck>(app, basisCheck, ['open']),
  ]);
  const tree = app.scopes() as OrganisationTree;
  const byItem = Map.groupBy(checks, (check) => check.item);
  return {
    on: dayOf(app.now()),
    above:
      theirs && new Map(theirs.flatMap((each) => (each.basicCode ? [[each.basicCode, each] as const] : []))),
    fields: settingOf(app, comparedFields) as readonly ElementKey[],
    entered: new Set(sections.map(({ organisation }) => organisation)),
    letters,
    alarms: new Map([...byItem].map(([id, all]) => [id, all.length])),
    organisationOf: (body) => organisationOf(tree, body),
  };
}

/** The living items of this place. */
export const ownItems = async (app: Reading): Promise<readonly Item[]> =>
  (await itemsOf(app, null)).filter(({ isOwn }) => isOwn === true);
