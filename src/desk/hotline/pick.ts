export interface Option {
  readonly value: string;
  readonly title: string;
  /** Said beside it: why it is offered, what lies above it. */
  readonly hint?: string;
  /** Other words for it; they are looked in too, and the one that was found is shown. */
  readonly also?: readonly string[];
}
const MOST = 40;

/** The letters in their order, others between them: 城管 finds 城市管理. */
function holds(title: string, words: string): boolean {
  let from = 0;
  for (const letter of words) {
    from = title.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
/**
 * Options for what was typed: those that have it as it stands, then those that are called so otherwise, then those that
 * have its letters; all in their given order.
 */
export function offered(options: readonly Option[], typed: string): readonly Option[] {
  const words = typed.replaceAll(/[\s/／]/g, '');
  if (words === '') return options.slice(0, MOST);
  const plain = (each: Option): string => each.title.replaceAll(/[\s/]/g, '');
  const whole = options.filter((each) => plain(each).includes(words));
  const called = options.flatMap((each) => {
    const word = whole.includes(each) ? undefined : each.also?.find((one) => one.includes(words));
    return word === undefined ? [] : [{ ...each, hint: [word, each.hint].filter(Boolean).join('　') }];
  });
  const found = new Set([...whole, ...called].map(({ value }) => value));
  const loose = options.filter((each) => !found.has(each.value) && holds(plain(each), words));
  return [...whole, ...called, ...loose].slice(0, MOST);
}

/** What was suggested before the rest, each once. */
export function suggestedFirst(suggested: readonly Option[], all: readonly Option[]): readonly Option[] {
  const known = new Set(suggested.map((each) => each.value));
  return [...suggested, ...all.filter((each) => !known.has(each.value))];
}
