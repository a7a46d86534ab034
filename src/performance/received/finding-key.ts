import { sha256 } from '#lib/action/engine/canonical.ts';
import type { Audit, Finding } from '../audit/audit.ts';

/** What a finding is about, whatever its numbers: the same question in a later version has the same key. */
const about = (each: Finding): string =>
  [each.kind, each.touches ?? '', ...each.where.map((place) => place.place)].join('|');

export interface KeyedFinding extends Finding {
  readonly key: string;
}
/** Findings with keys; two about the same places are told apart by their order. */
export function keyedFindings({ findings }: Audit): readonly KeyedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((each) => {
    const words = about(each);
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return { ...each, key: sha256(`${words}|${count}`).slice(0, 12) };
  });
}

export const isOpen = (each: Finding): boolean => each.verdict !== 'consistent';
export const majorOf = ({ findings }: Audit): number =>
  findings.filter((each) => isOpen(each) && each.severity === 'major').length;
