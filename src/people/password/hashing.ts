import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes, the first choice of OWASP's list; about 30 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** How many former passwords may not come back. */
const REMEMBERED = 5;
/** The hash of nobody's password: an unknown account costs as much time as a known one. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$vf4zlrVMcJa6EAOvxwy4DA$pwohfeFPF4Uj2wyiDN8pAFzEvT51fLAxLc8u5VBOxDI';

// One person types ü as one character, another keyboard as two.
const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

/** Whether the password fits; false for an account without one, after the same work. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? DECOY, normal(password));
  return fits && stored !== null;
}

interface Keeper {
  readonly password: string | null;
  readonly formerPasswords: string | null;
}
const former = (of: Keeper): readonly string[] =>
  of.formerPasswords === null ? [] : (JSON.parse(of.formerPasswords) as string[]);

/** A password someone wants to have: its hash, and whether they had it before. */
export interface Chosen {
  readonly hash: string;
  readonly isReused: boolean;
}
export async function choose(password: string, of: Keeper): Promise<Chosen> {
  const had = [...(of.password === null ? [] : [of.password]), ...former(of)];
  const [fresh, ...matches] = await Promise.all([
    hashPassword(password),
    ...had.map((each) => isPassword(each, password)),
  ]);
  return { hash: fresh, isReused: matches.includes(true) };
}

/** The columns after the change: the last five hashes stay to be compared with. */
export const remembered = (of: Keeper): string | null =>
  of.password === null
    ? of.formerPasswords
    : JSON.stringify([of.password, ...former(of)].slice(0, REMEMBERED));
