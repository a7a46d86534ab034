import type { Person } from '#lib/action/person.ts';
import { chance, type Chance } from '../chance.ts';
import { inventedName } from '../hotline/names.ts';
import { personId } from '../hotline/people.ts';
import type { Ground } from './ground.ts';

/** Who works at the counters and in the departments: invented people with the rights of their desk, no accounts. */
export interface Staff {
  /** One of those who stand at a place. */
  readonly clerk: (place: string, by: Chance) => Person;
  /** 代办人: the name of one who applies for others at a place, who is none of those that stand there. */
  readonly agentName: (place: string, by: Chance) => string;
  /** The province’s platform, whose program sends on what was applied for on line. */
  readonly platform: () => Person;
  readonly liaison: (by: Chance) => Person;
  readonly approver: (department: string, by: Chance) => Person;
  readonly decider: (department: string) => Person;
  readonly head: (department: string) => Person;
  readonly sealer: (department: string) => Person;
  readonly utility: (firm: string) => Person;
  readonly inspector: (by: Chance) => Person;
}

const IN_HALL = 14;
const IN_TOWN = 3;
const APPROVERS = 2;
const LIAISONS = 2;
const INSPECTORS = 2;

/** The staff of a seed. Whoever asks for the same desk gets the same people: they are drawn by its name, not in turn. */
export function staffOf({ district, tree }: Ground, seed: number): Staff {
  const drawn = new Map<string, readonly Person[]>();
  const desk = (role: string, scope: string, count: number): readonly Person[] => {
    const key = `${role}/${scope}`;
    const known = drawn.get(key);
    if (known) return known;
    // Ids of units differ from tenant to tenant, their names do not.
    const by = chance(seed, 'case-staff', role, tree.organisations.get(scope)?.name ?? scope);
    const people = Array.from({ length: count }, () => ({
      id: personId(by),
      name: inventedName(by),
      grants: [{ role: `cases.${role}`, scope }],
    }));
    drawn.set(key, people);
    return people;
  };
  const agents = new Map<string, readonly string[]>();
  const agentsAt = (place: string): readonly string[] => {
    const known = agents.get(place);
    if (known) return known;
    const by = chance(seed, 'case-agents', place);
    const count = sizeOf(place);
    const taken = new Set(desk('clerk', place, count).map(({ name }) => name));
    const names: string[] = [];
    while (names.length < count) {
      const name = inventedName(by);
      if (!taken.has(name)) names.push(name);
    }
    agents.set(place, names);
    return names;
  };
  const sizeOf = (place: string): number => (place === district ? IN_HALL : place.length <= 9 ? IN_TOWN : 1);
  return {
    clerk: (place, by) => by.pick(desk('clerk', place, sizeOf(place))),
    agentName: (place, by) => by.pick(agentsAt(place)),
    platform: () => desk('platform', district, 1)[0]!,
    liaison: (by) => by.pick(desk('liaison', district, LIAISONS)),
    approver: (department, by) => by.pick(desk('approver', department, APPROVERS)),
    decider: (department) => desk('decider', department, 1)[0]!,
    head: (department) => desk('head', department, 1)[0]!,
    sealer: (department) => desk('sealer', department, 1)[0]!,
    utility: (firm) => desk('utility', firm, 1)[0]!,
    inspector: (by) => by.pick(desk('inspector', district, INSPECTORS)),
  };
}
