import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { ApplicationFields } from './application-fields.ts';
import { applicationNeeds, takenIn } from './apply.ts';
import { caseFile } from './case-file.ts';
import { signedFor } from '../tolerance/promise/promise.ts';
import { heldBy, renewingBy } from './granted-before.ts';

const { channel: _, ...fields } = ApplicationFields.properties;

/**
 * 网上申请 — what the province’s own platform sends on, by its program; what citizens send from our pages is a draft that
 * they submit (`online/`). No counter books a case as sent on line. The papers count from now, nobody has looked at them
 * yet; the window named is the one whose clerks look at it.
 */
export const applyOnline = birth(caseFile, {
  name: 'apply-online',
  title: '网上申请',
  about: '政务服务平台推送的网上申请；由分发到的窗口核对后收件，告知期限自收到之日起算',
  may: { 'cases.platform': 'place' },
  to: ['applied'],
  input: Type.Object({
    ...fields,
    signsTolerance: Type.Optional(Type.Boolean({ title: '申请人已在平台阅读并签署容缺受理承诺书' })),
    signsCommitment: Type.Optional(Type.Boolean({ title: '申请人已在平台选择告知承诺并签署承诺书' })),
  }),
  needs: applicationNeeds,
  decide(given) {
    const row = takenIn({
      ...given,
      input: { ...given.input, channel: 'online' },
      held: heldBy(given),
      renewing: renewingBy(given),
    });
    const tolerancePromise = given.input.signsTolerance === true ? signedFor(row.papers, given) : null;
    const commitmentSigned =
      given.input.signsCommitment === true ? { at: given.now, by: given.by.id, sheet: null } : null;
    return { ...row, state: 'applied', receivedBy: null, tolerancePromise, commitmentSigned };
  },
});
