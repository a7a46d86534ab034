const WORDS = '路灯井盖噪声积水垃圾停车电梯漏水停电施工扬尘绿化消防物业围挡信号护栏台阶坑洼异味';
const LENGTH = 87;
/** Knuth's multiplicative hash: neighbours fall far apart, the same number always alike. */
const SPREAD = 2_654_435_761;

/** What the `n`th caller says: as long as any other, in other words. */
export const letter = (n: number): string =>
  Array.from(
    { length: LENGTH },
    (_, place) => WORDS[(Math.imul(n * LENGTH + place + 1, SPREAD) >>> 8) % WORDS.length],
  ).join('');
