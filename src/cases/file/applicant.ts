import type { Static } from 'typebox';
import { isCreditCode } from '#lib/credit-code.ts';
import { refuse } from '#lib/refusal.ts';
import { isResidentId } from '#lib/resident-id.ts';
import type { ApplicantField } from './fields.ts';

const plain = (text: string | undefined): { readonly plain: string } | null =>
  text === undefined || text.trim() === '' ? null : { plain: text.trim() };

/** The columns of a case that say who applies. Refuses numbers whose check character is wrong, and a firm's code of a person. */
export function applicantColumns(said: Static<typeof ApplicantField>) {
  const kind = said.kind ?? (said.creditCode === undefined ? 'person' : 'firm');
  const wrongAt = (path: string, message: string) => ({ fields: [{ path: `applicant.${path}`, message }] });
  if (said.idNumber !== undefined && !isResidentId(said.idNumber))
    refuse('cases.resident-id', {}, wrongAt('idNumber', '校验位或出生日期不对'));
  if (said.creditCode !== undefined && !isCreditCode(said.creditCode))
    refuse('cases.credit-code', {}, wrongAt('creditCode', '校验位不对'));
  if (kind === 'person' && said.creditCode !== undefined)
    refuse('cases.persons-code', {}, wrongAt('creditCode', '自然人不填'));
  if (kind === 'firm' && said.creditCode === undefined)
    refuse('cases.firm-code', {}, wrongAt('creditCode', '请填写'));
  return {
    applicantKind: kind,
    applicantName: { plain: said.name.trim() },
    applicantId: plain(said.idNumber?.toUpperCase()),
    creditCode: said.creditCode ?? null,
    phone: plain(said.phone),
  } as const;
}
