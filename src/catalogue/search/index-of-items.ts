import { pairsOf } from '#lib/bigrams.ts';

/** What of an item can be looked for. */
export interface Findable {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** 主项, 业务办理项, 主题: other words under which it is known. */
  readonly also: readonly string[];
  /** Its codes, whole: basic, implementing, handling, local. */
  readonly codes: readonly string[];
  readonly place: string;
  readonly type: string;
  readonly kind: string | null;
  readonly body: string;
  readonly basicCode: string | null;
  readonly state: string;
}
/** A token's items, each with the weight of the field it stands in. */
interface Posting {
  readonly items: number[];
  readonly weights: number[];
}
export interface ItemIndex {
  readonly items: readonly Findable[];
  readonly pairs: ReadonlyMap<string, Posting>;
  readonly letters: ReadonlyMap<string, Posting>;
  /** Characters of each name: a short name that is all of what was asked for is nearer than a long one that has it. */
  readonly lengths: readonly number[];
  readonly byCode: ReadonlyMap<string, readonly number[]>;
}

/** A name says what an item is; the rest only helps to find it. */
const WEIGHT = { name: 1, also: 0.6 } as const;

export const lettersOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu),
  ),
];
export const asCode = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

function post(postings: Map<string, Posting>, tokens: ReadonlyMap<string, number>, n: number): void {
  for (const [token, weight] of tokens) {
    const known = postings.get(token);
    if (known) {
      known.items.push(n);
      known.weights.push(weight);
    } else postings.set(token, { items: [n], weights: [weight] });
  }
}

/** Each token once, with the weight of the best field it stands in. */
function tokensOf(
  { name, also }: Findable,
  tokens: (text: string) => readonly string[],
): ReadonlyMap<string, number> {
  return new Map([
    ...also.flatMap((text) => tokens(text).map((token) => [token, WEIGHT.also] as const)),
    ...tokens(name).map((token) => [token, WEIGHT.name] as const),
  ]);
}

/** Two-character tokens and single characters of all items, in memory: some thousands of items are a few megabytes. */
export function indexOfItems(items: readonly Findable[]): ItemIndex {
  const [pairs, letters] = [new Map<string, Posting>(), new Map<string, Posting>()];
  const byCode = new Map<string, number[]>();
  for (const [n, each] of items.entries()) {
    post(pairs, tokensOf(each, pairsOf), n);
    post(letters, tokensOf(each, lettersOf), n);
    for (const code of new Set([each.number, ...each.codes].map(asCode))) {
      const known = byCode.get(code);
      if (known) known.push(n);
      else byCode.set(code, [n]);
    }
  }
  return { items, pairs, letters, byCode, lengths: items.map(({ name }) => lettersOf(name).length || 1) };
}
