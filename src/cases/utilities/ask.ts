import { Type, type Static } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { fromHeld, rows } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow, clockOf, due } from '#calendar/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { connection, type Connection } from './connection.ts';
import { utilityPromises } from './promises.ts';
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
        Type.Integer({ title: '承诺时限（工作日），不填按设置', minimum: 1, maximum: 120 }),
      ),
    }),
    { title: '报装种类和企业', minItems: 1, maxItems: 5 },
  ),
});
type Said = Static<typeof Wished>['services'];

/** Only firms that supply: a department is asked by a branch. */
const firmsKnown = fromHeld(
  organisationTree,
  (tree, { input }: { readonly input: Static<typeof Wished> }) => {
    for (const [n, { firm }] of input.services.entries()) {
      const found = tree.organisations.get(firm);
      if (found?.isActive !== true || found.kind !== 'utility')
        refuse(
          'cases.no-utility',
          {},
          { fields: [{ path: `services.${n}.firm`, message: '不是在册的公用企业' }] },
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
  },
  when: (row) => row.windowType === null || row.windowType === 'utilities',
  decide({ caseFile: mine, input, known, calendar, promises, by, now }) {
    refuseTwice(input.services, known);
    const asked = input.services.map(({ service, firm, wish, days }) => {
      const clock = clockOf(now, { amount: days ?? promises[service], unit: 'working-day' });
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
        dueAt,
        dueBecause: steps,
      });
    });
    const openConnections = (mine.openConnections ?? 0) + asked.length;
    return [{ state: 'accepted', windowType: 'utilities', openConnections }, ...asked];
  },
});
