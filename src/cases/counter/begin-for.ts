import { Type } from 'typebox';
import { item } from '#catalogue/index.ts';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { addDays, dayOf } from '#lib/time.ts';
import { applicantColumns } from '../file/applicant.ts';
import { getOffered } from '../file/apply.ts';
import { Answers, ApplicantField, ItemCode, Place } from '../file/fields.ts';
import { Matter, matterColumns } from '../file/matter.ts';
import { standingAt } from '../file/place.ts';
import { KEPT_DAYS } from '../online/begin.ts';
import { caseDraft } from '../online/case-draft.ts';
import { refuseStray } from '../file/so-booked.ts';
import { freshCode } from './code.ts';

/**
 * 代填 — a village clerk takes down an application of somebody without an account, for another counter to take in: who it
 * is for stands sealed in the draft, whose code leads there.
 */
export const beginFor = birth(caseDraft, {
  name: 'begin-for',
  title: '代填申请草稿',
  about: '为没有账号的申请人填写，凭提取码由上级或其他窗口收件；保留三十天',
  may: { 'cases.clerk': 'place' },
  to: ['open'],
  input: Type.Object({
    item: ItemCode,
    place: Place,
    applicant: ApplicantField,
    matter: Type.Optional(Matter),
    answers: Type.Optional(Answers),
  }),
  needs: {
    found: find(item, ({ input }: { readonly input: { readonly item: string } }) => ({
      number: input.item.trim(),
    })),
    place: standingAt,
    code: freshCode,
  },
  decide({ input, found, place, code, by, now }) {
    const offered = getOffered(found, input.item);
    refuseStray(input.answers ?? {}, offered.elements.situations);
    const who = applicantColumns(input.applicant);
    return {
      state: 'open',
      item: offered.id,
      itemCode: offered.number,
      itemName: offered.name,
      place: place.code,
      clerk: by.id,
      code,
      ...who,
      ...matterColumns(input.matter, who),
      answers: input.answers ?? {},
      isCommitted: false,
      files: [],
      expiresOn: addDays(dayOf(now), KEPT_DAYS),
    };
  },
});
