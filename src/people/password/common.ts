/** What a guesser tries first, without the digits and signs people put around it. */
const STEMS: ReadonlySet<string> = new Set(
  `password passw passwd pass admin administrator root system user guest test demo login welcome letmein iloveyou
   master super superman dragon monkey football baseball sunshine princess shadow michael charlie hello freedom whatever
   trustno qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qaz wsx qazwsx qazwsxedc abc abcd abcdef abcdefg
   abcabc aaa woaini woaini wo aini zhongguo china beijing hunan yueyang junshan yichuang shenpi zhengwu zhengfu
   mima wodemima ceshi guanliyuan changeme default secret company office windows computer internet mysql oracle postgres`
    .split(/\s+/)
    .filter(Boolean),
);
const RUNS = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];
const LEET: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', '1': 'l', '3': 'e', $: 's', '5': 's' };
const FEWEST_DIFFERENT = 5;

const letters = (text: string): string => text.replace(/[^a-z]/g, '');
const unleet = (text: string): string => text.replace(/[@013$5]/g, (each) => LEET[each]!);
const trimmed = (text: string): string => text.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '');

/** Whether a password is a known one in disguise (`P@ssw0rd2020!`), a run of keys, or made of very few characters. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < FEWEST_DIFFERENT) return true;
  if (RUNS.some((run) => `${run}${run}`.includes(lower))) return true;
  return STEMS.has(letters(trimmed(lower))) || STEMS.has(letters(unleet(trimmed(lower))));
}
