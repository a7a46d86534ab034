import type { Finding } from './audit.ts';

/** A sentence a report repeats is one finding in several places, not several findings. */
export function merged(findings: readonly Finding[]): readonly Finding[] {
  const byWords = new Map<string, Finding>();
  for (const each of findings) {
    const key = [each.kind, each.verdict, each.a, each.b, each.calc].join('\u0000');
    const known = byWords.get(key);
    byWords.set(key, known ? { ...known, where: [...known.where, ...each.where].slice(0, 60) } : each);
  }
  return [...byWords.values()];
}
