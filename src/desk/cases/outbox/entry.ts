/** A photographed paper on its way. */
export interface Photo {
  readonly paper: string;
  readonly name: string;
  readonly content: Blob;
}
/** `waiting`: no answer yet; `refused`: the office said no, the clerk puts it right; `sent`: it is a case. */
export type EntryState = 'waiting' | 'refused' | 'sent';

/** One application in the browser's own store until it is a case; after that only what tells which. */
export interface Entry {
  /** The idempotency key: however often it is sent, it is one case. */
  readonly key: string;
  readonly account: string;
  /** Milliseconds. */
  readonly at: number;
  readonly state: EntryState;
  readonly itemName: string;
  /** Empty once it is sent. */
  readonly applicantName: string;
  readonly path: string;
  /** What was written, to be put right; and what is sent. Null once it is sent. */
  readonly written: unknown;
  readonly body: unknown;
  readonly photos: readonly Photo[];
  readonly caseId: string;
  readonly number: string;
  readonly trouble: string;
}

/** What is left of an entry when its case and its photographs are there: nothing of the person. */
export const cleared = (entry: Entry): Entry => ({
  ...entry,
  state: 'sent',
  applicantName: '',
  written: null,
  body: null,
  photos: [],
  trouble: '',
});
/** `身份证 1.jpg`: the name under which a photograph lies with its case. */
export function photoName({ paper, name }: Pick<Photo, 'paper' | 'name'>, rank: number): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  return `${paper.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 100)} ${rank}${ending.toLowerCase()}`;
}
