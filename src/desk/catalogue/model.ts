/** One field in which an item differs from the catalogue above; `declined` while the word to keep one's own stands. */
export interface DifferenceShown {
  readonly field: string;
  readonly title: string;
  readonly own: string | null;
  readonly theirs: string | null;
  readonly declined?: {
    readonly reason: string;
    readonly decidedOn: string;
    readonly decidedBy: string;
  } | null;
}
interface ItemShown {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly basicCode: string | null;
  readonly body: string;
}
export interface Pair {
  readonly own: ItemShown;
  readonly theirs: ItemShown;
  /** How many items above have the same basic code. */
  readonly ofSeveral: number;
  readonly differences: readonly DifferenceShown[];
}
export interface Comparison {
  readonly own: string;
  readonly above: string;
  readonly items: readonly Pair[];
  readonly next: string | null;
  readonly agreement: {
    readonly same: number;
    readonly compared: number;
    readonly declined: number;
    readonly open: number;
  };
  readonly counts: {
    readonly own: number;
    readonly above: number;
    readonly onlyOwn: number;
    readonly onlyAbove: number;
  };
}

interface NamedRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
}
export interface Preview {
  readonly new: readonly NamedRow[];
  readonly changed: readonly (NamedRow & { readonly differences: readonly DifferenceShown[] })[];
  readonly unchanged: readonly NamedRow[];
  readonly broken: readonly BrokenShown[];
}
export interface BrokenShown {
  readonly row: number;
  readonly field: string;
  readonly why: string;
}
export interface Imported {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly broken: readonly BrokenShown[];
}

/** 同 9 / 共 12（75.00%）: never a quotient alone. */
export const agreementText = ({ same, compared }: Comparison['agreement']): string =>
  compared === 0
    ? '没有基本编码相同的事项可比对'
    : `一致 ${same} / 可比对 ${compared}（${((same * 100) / compared).toFixed(2)}%）`;

/** Fields nobody has decided about yet: what is ticked when a pair is opened. */
export const openFields = ({ differences }: Pair): readonly string[] =>
  differences.filter(({ declined }) => !declined).map(({ field }) => field);

/** The rows that are broken, each once, whatever number of faults it has. */
export const brokenRows = (broken: readonly BrokenShown[]): number =>
  new Set(broken.map(({ row }) => row)).size;

/** What is wrong or doubtful in a catalogue: counted by rule, and item by item. */
export interface Remarks {
  readonly items: readonly {
    readonly number: string;
    readonly name: string;
    readonly remarks: readonly {
      readonly rule: string;
      readonly severity: 'fault' | 'doubt';
      readonly field: string;
      readonly message: string;
    }[];
  }[];
  readonly next: string | null;
  readonly checked: number;
  readonly withFaults: number;
  /** What several items share, the most frequent first. */
  readonly groups: readonly {
    readonly rule: string;
    readonly severity: 'fault' | 'doubt';
    readonly message: string;
    readonly title: string;
    readonly count: number;
  }[];
  readonly rules: readonly { readonly rule: string; readonly title: string; readonly count: number }[];
}
