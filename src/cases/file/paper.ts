import type { Instant } from '#lib/time.ts';
import type { PaperState } from '../words.ts';

/** 材料 — one that the item asks of this applicant, and what became of it. Kept on the case, by name. */
export interface Paper {
  readonly name: string;
  /** 主要材料: may never follow later. */
  readonly isMain: boolean;
  readonly state: PaperState;
  readonly copies: number | null;
  /** When it came; null while it has not. */
  readonly at: Instant | null;
  /** When it came for the first time, where it was found wanting and brought again. */
  readonly firstAt?: Instant;
  /** The attachment with its scan. */
  readonly document: string | null;
  /** Why it need not be brought, or what is wrong with it. */
  readonly because: string | null;
  /** On what it rests that this need not be brought; a decision asks whether that still stands. */
  readonly restsOn?: RestsOn | null;
}
/** A case of the same applicant: its result, or a paper that was handed in with it. */
export interface RestsOn {
  readonly caseId: string;
  readonly what: 'result' | 'paper';
}
/** 一次性告知 of one thing that is missing or wrong. */
export interface Gap {
  readonly paper: string;
  readonly what: string;
  /** The department that found it; null for the window. */
  readonly by: string | null;
}

const NAME_LIMIT = 200;
export const PAPER_NAME = { minLength: 1, maxLength: NAME_LIMIT } as const;

export const namesIn = (papers: readonly Paper[], state: PaperState): readonly string[] =>
  papers.filter((each) => each.state === state).map((each) => each.name);

const firstCome = ({ at, firstAt }: Paper): Pick<Paper, 'firstAt'> => {
  const first = firstAt ?? at;
  return first === null ? {} : { firstAt: first };
};

/** Those named are here now; names that the item does not ask for are returned apart. Pure. */
export function broughtIn(
  papers: readonly Paper[],
  names: readonly string[],
  now: Instant,
): { readonly papers: readonly Paper[]; readonly unknown: readonly string[] } {
  const brought = new Set(names);
  const known = new Set(papers.map((each) => each.name));
  return {
    papers: papers.map((each) =>
      brought.has(each.name) && each.state !== 'present'
        ? { ...each, ...firstCome(each), state: 'present', at: now, because: null, restsOn: null }
        : each,
    ),
    unknown: names.filter((name) => !known.has(name)),
  };
}

/** The papers with one state given to all that are named. */
export const marked = (
  papers: readonly Paper[],
  names: ReadonlySet<string>,
  state: PaperState,
): readonly Paper[] => papers.map((each) => (names.has(each.name) ? { ...each, state } : each));
