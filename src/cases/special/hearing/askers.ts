import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';

/** What a hearing keeps of the others who asked, in the clear. */
interface Known {
  readonly asker?: string | null;
  readonly askerPhone?: string | null;
  readonly askers?: string | null;
}
interface Request {
  readonly name: string;
  readonly phone: string | undefined;
  readonly now: Instant;
}

/** 乙某，13900004321（2020年5月12日 10:00）: when is left out of one that was recorded before all of them were kept. */
const line = (name: string, phone?: string | null, at?: Instant): string =>
  `${[name, ...(phone ? [phone] : [])].join('，')}${at === undefined ? '' : `（${formatChinese(at)}）`}`;
const nameOf = (kept: string): string => kept.split(/[，（]/, 1)[0]!.trim();
const linesOf = ({ asker, askerPhone, askers }: Known): readonly string[] => {
  if (askers) return askers.split('\n');
  return asker ? [line(asker, askerPhone)] : [];
};

/** All requests of the others with one more, the oldest first; what is known of them is nothing while none of them asked. Refuses a second one by the same name. Pure. */
export function askersWith(known: Known | undefined, { name, phone, now }: Request): string {
  const before = linesOf(known ?? {});
  const said = name.trim();
  if (before.some((each) => nameOf(each) === said)) refuse('cases.hearing-asked');
  return [...before, line(said, phone?.trim(), now)].join('\n');
}
