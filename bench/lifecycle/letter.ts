const WORDS = '路灯井盖噪声积水垃圾停车电梯漏水停电施工扬尘绿化消防物业围挡信号护栏台阶坑洼异味';
const LENGTH = 87;

/** The last steps of MurmurHash3: neighbours fall far apart, the same number always alike. */
function spread(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** What the `n`th caller says: as long as any other, in other words. */
export const letter = (n: number): string =>
  Array.from({ length: LENGTH }, (_, place) => WORDS[spread(n * LENGTH + place + 1) % WORDS.length]).join('');
