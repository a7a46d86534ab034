import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { isClosed, isParallel } from './part-words.ts';
import type { SumGroup } from './text-groups.ts';

/** 46653件（电话41424件、网络5229件）: what stands in the brackets details what stands before them. */
export function bracketGroups(run: readonly Statement[], inside: Set<Statement>): SumGroup[] {
  const groups: SumGroup[] = [];
  for (const [at, whole] of run.entries()) {
    const end = run.findIndex((each, next) => next > at && each.depth <= whole.depth);
    const inner = run.slice(at + 1, end < 0 ? run.length : end);
    for (const each of inner) inside.add(each);
    const own = inner.filter((each) => each.depth === whole.depth + 1);
    const parts = own.filter((each) => each.figure.unit.text === whole.figure.unit.text);
    if (parts.length < 2 || parts.length < own.length) continue;
    // 支出93万元，为预算的103%（预算90万元，其中省60万元、市30万元）: what 其中 opens details its neighbour.
    const opened = parts.findIndex((part, index) => index > 0 && part.opens);
    if (opened > 0) {
      const [detailed, ...listed] = parts.slice(opened - 1) as [Statement, ...Statement[]];
      if (listed.length > 1)
        groups.push({
          whole: detailed,
          parts: listed,
          opens: true,
          exhaustive: isClosed(detailed, listed, true),
          parallel: isParallel(listed, detailed),
        });
      continue;
    }
    if (isOneForEach(parts)) continue;
    const partial = parts[0]?.opens === true || /含|包括/.test(parts[0]?.subject ?? '');
    groups.push({
      whole,
      parts,
      opens: true,
      exhaustive: !partial && isClosed(whole, parts, true),
      parallel: isParallel(parts, whole),
    });
  }
  return groups;
}

/** (任务数依次为400吨、20吨): figures of what stood before, one for each. */
const isOneForEach = ([first, ...others]: readonly Statement[]): boolean =>
  first !== undefined &&
  /依次|分别/.test(first.subject) &&
  others.every(({ subject }) => tight(subject).length < 2);
