import { Type } from 'typebox';
import { peopleOf, spokenWithout } from './named.ts';

/** 申请内容 — in the applicant's own words. The ledger keeps what the row shows, not what was typed. */
export const Matter = Type.String({ title: '申请内容', maxLength: 500, keep: 'never' });

type Plain = { readonly plain: string };
/** Who applies and who acts for them, as far as the one who writes has it in the clear. */
export interface Speaker {
  readonly applicantKind: 'person' | 'firm' | (string & {}) | null;
  readonly applicantName: Plain | null;
  readonly phone: Plain | null;
  readonly agentName?: Plain | null;
}

/** Without whoever of these it names. */
const withoutThem = (text: string, { applicantKind, applicantName, agentName, phone }: Speaker): string =>
  spokenWithout(
    text,
    peopleOf({
      applicantKind,
      applicantName: applicantName?.plain,
      agentName: agentName?.plain,
      phone: phone?.plain,
    }),
  );

/**
 * What an applicant wrote, without what tells who they or their agent are – names, telephones, identity numbers; the code
 * of a firm is public –, and the whole of it sealed where anything was covered: it is shown in full as the applicant's name is. Pure.
 */
export function matterColumns(said: string | null | undefined, who: Speaker) {
  const text = said?.trim() || null;
  if (text === null) return { matter: null, matterWhole: null } as const;
  const matter = withoutThem(text, who);
  return { matter, matterWhole: matter === text ? null : { plain: text } } as const;
}

interface Kept {
  readonly matter: string | null;
}
/**
 * What is meant when a draft is sent or taken in: what was said now, else what the draft holds in full. Who sends back the
 * covered words that the page showed has changed nothing.
 */
export function matterMeant(
  said: string | null | undefined,
  { matter }: Kept,
  opened: Readonly<Record<string, string | null | undefined>> | undefined,
): string | null {
  const isChanged = said !== undefined && said !== null && said.trim() !== matter;
  return isChanged ? said : (opened?.['matterWhole'] ?? matter);
}
