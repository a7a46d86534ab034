import type { Static, TSchema } from 'typebox';

/** Something an administrator may set, declared once: what it is, what it may be, and what it is until somebody says otherwise. */
export interface Setting<T> {
  /** `calendar.counting-rules`: the module and the thing. */
  readonly name: string;
  readonly title: string;
  /** One Chinese sentence: what it does and who should know before changing it. */
  readonly about: string;
  readonly schema: TSchema;
  readonly initial: T;
  /** Takes effect the day it is changed, never on a day to come: for values that are held compiled in memory. */
  readonly isImmediate: boolean;
  /** What the schema cannot say; refuses. Pure. */
  readonly check: (value: T) => void;
}
/** A setting of any type, for lists. */
export interface AnySetting extends Omit<Setting<unknown>, 'check'> {
  readonly check: (value: never) => void;
}

const table = new Map<string, AnySetting>();

interface SettingSpec<S extends TSchema> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly schema: S;
  readonly initial: Static<S>;
  readonly isImmediate?: boolean;
  readonly check?: (value: Static<S>) => void;
}

/** Declares a setting; its module lists it under `settings`. A name said twice is a bug found at start. */
export function setting<S extends TSchema>(spec: SettingSpec<S>): Setting<Static<S>> {
  if (table.has(spec.name)) throw new Error(`setting ${spec.name} is declared twice`);
  const declared = { isImmediate: false, check: () => undefined, ...spec };
  table.set(spec.name, declared);
  return declared;
}

/** The declared setting of this name, or nothing. */
export const findSetting = (name: string): Setting<unknown> | undefined =>
  table.get(name) as Setting<unknown> | undefined;
