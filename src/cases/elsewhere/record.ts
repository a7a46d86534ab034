import { action, birth } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { item, itemEdition } from '#catalogue/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { followingColumns, getItem, toldColumns } from './columns.ts';
import { ElsewhereInput } from './input.ts';
import { sourceKeyOf } from './source-key.ts';
import { toldFaults } from './told-faults.ts';

const MAY = { 'cases.importer': 'place' } as const;
type Asked = { readonly input: Pick<ElsewhereInput, 'item' | 'sourceSystem' | 'sourceId'> };
const needs = {
  found: find(item, ({ input }: Asked) => ({ number: input.item.trim() })),
  tree: holding(organisationTree),
  calendar: calendarNow,
  rules: settingNow(caseRules),
};

function refuseImpossible(input: ElsewhereInput, now: Instant): void {
  const fields = toldFaults(input, now);
  if (fields.length > 0)
    refuse('cases.elsewhere-impossible', { why: fields.map((each) => each.message).join('；') }, { fields });
}

/**
 * 登记外部系统办件 — a case that a provincial or national system handles, by its number there: held to our item’s limits,
 * counted apart, never typed twice. Nothing here moves it on but what that system says of it later.
 */
export const recordElsewhere = birth(caseFile, {
  name: 'record-elsewhere',
  title: '登记外部系统办件',
  about: '登记市场监管、不动产、医保等在省级、国家系统办理的办件；按本地事项计时，单独统计，不重复录入',
  may: MAY,
  to: ['elsewhere'],
  input: ElsewhereInput,
  needs: {
    ...needs,
    before: find(caseFile, ({ input }: Asked) => ({
      sourceSystem: input.sourceSystem.trim(),
      sourceId: input.sourceId.trim(),
    })),
    sameKey: find(caseFile, ({ input }: Asked) => ({ sourceKey: sourceKeyOf(input) })),
  },
  decide({ input, found, before: same, sameKey, tree, calendar, rules, now }) {
    const before = same ?? sameKey;
    if (before)
      refuse('cases.elsewhere-known', {
        system: input.sourceSystem,
        source: input.sourceId,
        number: before.number,
      });
    refuseImpossible(input, now);
    const known = getItem(found, input.item);
    const told = toldColumns(input, { item: known, tree });
    const { editionId, elements } = known;
    return { ...told, ...followingColumns(told, { item: known, editionId, elements, rules, calendar }) };
  },
});

type Standing = { readonly row: Pick<CaseFile, 'itemEdition'> };
/** 更新外部系统办件 — that system says more, or something else. The case keeps the edition of its item. */
export const updateElsewhere = action(caseFile, {
  name: 'update-elsewhere',
  title: '更新外部系统办件',
  about: '来源系统的办理情况有变化时更新；变化前后均留在账本中',
  may: MAY,
  from: ['elsewhere'],
  to: ['elsewhere'],
  input: ElsewhereInput,
  needs: { ...needs, edition: find(itemEdition, ({ row }: Standing) => ({ id: row.itemEdition })) },
  decide({ caseFile: mine, input, found, edition, tree, calendar, rules, now }) {
    const { sourceSystem, sourceId } = mine;
    if (
      sourceSystem === null ||
      sourceId === null ||
      sourceKeyOf({ sourceSystem, sourceId }) !== sourceKeyOf(input)
    )
      refuse('cases.elsewhere-other', { source: mine.sourceId ?? '' });
    refuseImpossible(input, now);
    const known = getItem(found, input.item);
    // The number stays as it first came.
    const told = { ...toldColumns(input, { item: known, tree }), sourceSystem, sourceId };
    const isSameItem = known.id === mine.item && edition !== null;
    const editionId = isSameItem ? mine.itemEdition : known.editionId;
    const { elements } = isSameItem ? edition : known;
    return { ...told, ...followingColumns(told, { item: known, editionId, elements, rules, calendar }) };
  },
});
