import type { Person } from '#lib/action/person.ts';
import { chance, type Chance } from '../chance.ts';
import { inventedName } from './names.ts';
import type { Ground } from './ground.ts';

/** Who works in the simulated year: invented people with the rights their desk needs, no accounts. */
export interface Staff {
  readonly agent: (by: Chance) => Person;
  readonly dispatcher: (by: Chance) => Person;
  readonly callerBack: (by: Chance) => Person;
  /** The one who fills in what nobody said, in a careless year. */
  readonly hurried: Person;
  readonly supervisor: Person;
  readonly gateway: Person;
  /** 电话平台, which tells of calls. */
  readonly switchboard: Person;
  /** Who writes the knowledge base. */
  readonly keeper: (unit: string) => Person;
  /** One of those who answer for a unit. */
  readonly handler: (unit: string, by: Chance) => Person;
}

/** A UUID drawn by chance: the same person of the same seed has the same id. */
export function personId(by: Chance): string {
  const hex = Array.from({ length: 32 }, () => by.whole(0, 15).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const AGENTS = 9;
const DISPATCHERS = 3;
const CALLERS_BACK = 3;
const PER_UNIT = 2;

/** The hotline office of the district and two people in every unit. */
export function staffOf({ district, units }: Ground, seed: number): Staff {
  const by = chance(seed, 'staff');
  const person = (role: string, scope: string): Person => ({
    id: personId(by),
    name: inventedName(by),
    grants: [{ role: `hotline.${role}`, scope }],
  });
  const several = (count: number, role: string, scope: string): readonly Person[] =>
    Array.from({ length: count }, () => person(role, scope));
  const agents = several(AGENTS, 'agent', district);
  const dispatchers = several(DISPATCHERS, 'dispatcher', district);
  const callersBack = several(CALLERS_BACK, 'caller-back', district);
  const handlers = new Map(units.map(({ id }) => [id, several(PER_UNIT, 'handler', id)]));
  const keeper = personId(by);
  const keeperName = inventedName(by);
  return {
    agent: (of) => of.pick(agents),
    dispatcher: (of) => of.pick(dispatchers),
    callerBack: (of) => of.pick(callersBack),
    hurried: callersBack[0]!,
    supervisor: person('supervisor', district),
    gateway: person('gateway', district),
    switchboard: { ...person('switchboard', ''), name: '电话平台' },
    keeper: (unit) => ({
      id: keeper,
      name: keeperName,
      grants: [{ role: 'hotline.knowledge-keeper', scope: unit }],
    }),
    handler: (unit, of) => of.pick(handlers.get(unit)!),
  };
}
