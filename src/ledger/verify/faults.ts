/** The first entry at which the ledger cannot be believed, and why, in a sentence for people. */
export interface Bad {
  readonly seq: number;
  readonly why: string;
}
/** Collects what is found wrong and keeps the earliest; of two at one entry, the one found first. */
export interface Faults {
  readonly note: (seq: number, why: string) => void;
  readonly first: () => Bad | null;
}

export function faults(): Faults {
  let first: Bad | null = null;
  return {
    note: (seq, why) => {
      if (first === null || seq < first.seq) first = { seq, why };
    },
    first: () => first,
  };
}
