import { calendar, seedCalendar } from '#calendar/index.ts';
import { documents } from '#documents/module.ts';
import { ledger } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { knownPeople } from '#lib/testing/server.ts';
import { instant, instantOf, millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import {
  organisations,
  organisationTree,
  seedOrganisations,
  type OrganisationTree,
} from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { hotline, seedTopics } from '../index.ts';

export const DISTRICT = '430611';

/** A clock one sets: every look takes it a minute further, so that no two things happen at once. */
export interface TestClock {
  readonly now: () => Instant;
  readonly set: (at: string) => void;
}
function testClock(start: string): TestClock {
  let at = millis(instant(start));
  return {
    now: () => instantOf(at),
    set: (text) => {
      at = millis(instant(text));
    },
  };
}

export type HotlineOffice = Awaited<ReturnType<typeof hotlineOffice>>;

/** The hotline office of the district on a fresh database: people, units and topics, at nine on a Monday of May 2020. */
export async function hotlineOffice(start = '2020-05-11T09:00+08:00') {
  const clock = testClock(start);
  const signedIn = new Map<string, Person>();
  const app = await testApp([ledger, settings, calendar, organisations, people, documents, hotline], {
    now: clock.now,
    authenticate: knownPeople(signedIn),
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
  });
  await seedOrganisations(app);
  await seedCalendar(app);
  await seedTopics(app);
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const unit = (name: string): string => {
    const found = [...tree.organisations.values()].find((each) => each.name === name);
    if (!found) throw new Error(`no unit ${name}`);
    return found.id;
  };
  const inDistrict = (role: string, name: string): Person => someone(name, [role, DISTRICT]);
  const handlerOf = (name: string): Person => someone(`${name}经办人`, ['hotline.handler', unit(name)]);
  const act = acting(app);
  const agent = inDistrict('hotline.agent', '话务员');
  return {
    app,
    clock,
    /** Who a token stands for, in tests over HTTP. */
    signedIn,
    act,
    unit,
    handlerOf,
    agent,
    dispatcher: inDistrict('hotline.dispatcher', '派单员'),
    supervisor: inDistrict('hotline.supervisor', '督办员'),
    callerBack: inDistrict('hotline.caller-back', '回访员'),
    gateway: inDistrict('hotline.gateway', '对接员'),
    /** Reads what a unit is given of a confidential order and confirms it as it stands. */
    cover: async (id: string): Promise<void> => {
      const [said] = await app.query('select title, text from work_order where id = $1', [id]);
      await act(agent, 'work-order.cover-text', { ...said, isChecked: true }, id);
    },
    later: (minutes: number): void => clock.set(instantOf(millis(clock.now()) + minutes * MS_PER_MINUTE)),
    close: app.close,
  };
}

/** What a caller says about a street lamp; anything may be said otherwise. */
export const lampOrder = (
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  channel: 'phone',
  type: 'help',
  topic: '城乡建设/城市建设和市政管理/园林绿化环卫',
  place: DISTRICT,
  title: '路灯三天不亮',
  text: '小区门口的路灯三天没有亮，晚上看不见路。',
  caller: { name: '甲某', phone: '13800001234' },
  ...more,
});
