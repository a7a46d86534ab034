import { Type, type Static } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { find, fromHeld, holding, rows } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { item } from '#catalogue/index.ts';
import { calendarNow, clockOf, due } from '#calendar/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { heldWindows, takesSomewhere, type Windows } from '../powers/window.ts';
import { connection, type Connection } from './connection.ts';
import { utilityPromises, type UtilityPromises } from './promises.ts';
import { servicesOf } from './services.ts';
import { OPEN, SERVICES } from './words.ts';

const Wished = Type.Object({
  services: Type.Array(
    Type.Object({
      service: oneOf(SERVICES, '报装种类'),
      firm: Type.String({ title: '公用企业', format: 'uuid', ref: 'organisation' }),
      wish: Type.Optional(
        Type.String({ title: '报装要求', minLength: 2, maxLength: 1000, pattern: '\\S', keep: 'never' }),
      ),
      days: Type.Optional(
        Type.Integer({ title: '更短的承诺时限（工作日），不填按设置', minimum: 1, maximum: 120 }),
      ),
      because: Type.Optional(Reason('承诺时限不同于设置的理由')),
    }),
    { title: '报装种类和企业', minItems: 1, maxItems: 5 },
  ),
});
type Said = Static<typeof Wished>['services'];

/** Only firms that supply: a department is asked by a branch. */
const firmsKnown = fromHeld(
  organisationTree,
  (tree, { input }: { readonly input: Static<typeof Wished> }) => {
    for (const [n, { firm, service }] of input.services.entries()) {
      const found = tree.organisations.get(firm);
      const at = (message: string) => ({ fields: [{ path: `services.${n}.firm`, message }] });
      if (found?.isActive !== true || found.kind !== 'utility')
        return refuse('cases.no-utility', {}, at('不是在册的公用企业'));
      if (!servicesOf(found).includes(service))
        refuse(
          'cases.utility-other-service',
          { firm: found.name, service: SERVICES[service] },
          at(`不办${SERVICES[service]}`),
        );
    }
    return true;
  },
);

/** Refuses what is asked twice, in one breath or while the first is still under way. */
function refuseTwice(said: Said, known: readonly Connection[]): void {
  const open = known.filter(({ state }) => OPEN.some((each) => each === state));
  const all = [...open.map(({ service }) => service), ...said.map(({ service }) => service)];
  const twice = all.find((service, n) => all.indexOf(service) !== n);
  if (twice !== undefined) refuse('cases.utility-twice', { service: SERVICES[twice] });
}

/** The days of a promise: those of the setting; fewer only with the reason, never more. */
function promisedDays({ service, days, because }: Said[number], held: UtilityPromises): number {
  const set = held[service];
  if (days === undefined || days === set) return set;
  const why =
    days > set
      ? `不得长于设置的 ${set} 个工作日`
      : because === undefined
        ? '短于设置的，须写明理由'
        : undefined;
  if (why !== undefined) refuse('cases.utility-days', { service: SERVICES[service], why });
  return days;
}

type Listed = Parameters<typeof takesSomewhere>[2]['item'] | null;
/** 公用报装 is what the window of utilities takes, by its list or as it was taken in; and what a project’s stage needs. */
function refuseNotUtility(
  mine: CaseFile,
  of: Listed,
  { windows, now }: { readonly windows: Windows; readonly now: Instant },
): void {
  if (mine.windowType === 'utilities' || mine.project !== null) return;
  if (of === null || !takesSomewhere(windows, 'utilities', { item: of, on: dayOf(now) }))
    refuse('cases.not-utilities', { item: mine.itemName });
}

/** 转公用企业 — one application goes to all firms at once; each has its own promise from this moment. */
export const askUtilities = action(caseFile, {
  name: 'ask-utilities',
  title: '转公用企业',
  about: '水、气、电、有线电视、通信一次申请、同时转办；各企业按自己的承诺时限办理',
  may: { 'cases.clerk': 'place' },
  from: ['accepted'],
  to: ['accepted'],
  input: Wished,
  needs: {
    firms: firmsKnown,
    known: rows(connection, ({ row }: { readonly row: Pick<CaseFile, 'id'> }) => ({ caseId: row.id })),
    calendar: calendarNow,
    promises: settingNow(utilityPromises),
    windows: holding(heldWindows),
    of: find(item, ({ row }: { readonly row: Pick<CaseFile, 'item'> }) => ({ id: row.item })),
  },
  when: ({ windowType, project }) => windowType === null || windowType === 'utilities' || project !== null,
  decide({ caseFile: mine, input, known, calendar, promises, windows, of, by, now }) {
    refuseNotUtility(mine, of, { windows, now });
    refuseTwice(input.services, known);
    const asked = input.services.map((said) => {
      const { service, firm, wish, because } = said;
      const clock = clockOf(now, { amount: promisedDays(said, promises), unit: 'working-day' });
      const { dueAt, steps } = due(clock, calendar);
      return create(connection, {
        state: 'asked',
        caseId: mine.id,
        caseNumber: mine.number,
        itemName: mine.itemName,
        place: mine.place,
        department: mine.department,
        service,
        firm,
        wish: wish ?? null,
        askedAt: now,
        askedBy: by.id,
        clock,
        daysBecause: because ?? null,
        dueAt,
        dueBecause: steps,
      });
    });
    const openConnections = (mine.openConnections ?? 0) + asked.length;
    return [{ state: 'accepted', openConnections }, ...asked];
  },
});
