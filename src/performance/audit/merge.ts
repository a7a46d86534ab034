import type { Finding } from './audit.ts';

/** A sentence a report repeats is one finding in several places, not several findings. */
export function merged(findings: readonly Finding[]): readonly Finding[] {
  const byWords = new Map<string, Finding>();
  for (const each of findings) {
    const key = [each.kind, each.verdict, each.a, each.b, each.calc].join('\u0000');
    const known = byWords.get(key);
    byWords.set(key, known ? { ...known, where: [...known.where, ...each.where].slice(0, 60) } : each);
  }
  return withoutEchoes([...byWords.values()]);
}

/** A total that neither its parts nor their shares fit is told once: with its parts, and that the shares are of these. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const rates = new Map(findings.filter(({ kind }) => kind === 'rate').map((each) => [keyOf(each), each]));
  const isWrongSum = ({ kind, verdict }: Finding): boolean => kind === 'sum' && verdict === 'contradiction';
  const sums = new Set(findings.filter(isWrongSum).map(keyOf));
  return findings.flatMap((each) => {
    if (each.kind === 'rate' && sums.has(keyOf(each))) return [];
    const echo = isWrongSum(each) ? rates.get(keyOf(each)) : undefined;
    return [echo ? { ...each, calc: `${each.calc}；${echo.calc.split('，').at(-1) ?? ''}` } : each];
  });
}
const keyOf = ({ a, b }: Finding): string => `${a}\u0000${b}`;
