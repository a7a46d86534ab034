import type { Run } from '#documents/index.ts';
import type { Reported } from './reported.ts';

/** What the register says of a unit: its region, what it is charged with, its sections and sub-units. */
export interface Standing {
  /** 君山区 */
  readonly region: string;
  /** 职责范围 */
  readonly remit: readonly string[];
  readonly sections: readonly string[];
  readonly institutions: readonly string[];
}

const sentence = (names: readonly string[], write: (words: string) => string): string =>
  names.length > 0 ? write(names.join('、')) : '';

/** 职能职责概述 in sentences of our own, from the register alone; empty when it says nothing. */
export function dutiesOf({ standing }: Pick<Reported, 'standing'>): readonly Run[] {
  if (!standing) return [];
  const { remit, sections, institutions } = standing;
  const text = [
    sentence(remit, (words) => `负责${words}等方面的工作。`),
    sentence(sections, (words) => `内设${words}，共${sections.length}个股室，分工承担各项职责。`),
    sentence(institutions, (words) => `下设${words}，共${institutions.length}个所属单位。`),
  ].join('');
  return text === '' ? [] : [{ text }];
}
