import { Type } from 'typebox';
import { mandate } from '#applicants/index.ts';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { refuseUnmandated } from '../../online/mandated.ts';
import { BEFORE_ACCEPTANCE } from '../../words.ts';
import { isSignedFor, signedFor, toFollow } from './promise.ts';

/** Until the acceptance it may be signed: for what lacks then. */
const UNSIGNED = ['waiting', ...BEFORE_ACCEPTANCE] as const;
const isUnsigned = new Set<CaseFile['state']>(UNSIGNED);

/** The papers for which a signature is still asked; none where nothing may follow or all of it is signed for. Pure. */
export function toSignFor(mine: CaseFile): readonly string[] {
  const names = isUnsigned.has(mine.state) ? toFollow(mine.papers) : [];
  return isSignedFor(mine, names) ? [] : names;
}

interface Signing {
  readonly caseFile: CaseFile;
  readonly by: { readonly id: string };
  readonly now: Instant;
}
function signed({ caseFile: mine, by, now }: Signing) {
  if (toSignFor(mine).length === 0) refuse('cases.nothing-to-promise');
  // The engine let only these states through.
  const state = mine.state as (typeof UNSIGNED)[number];
  return { state, tolerancePromise: signedFor(mine.papers, { by, now }) };
}

const SHOWN = '载明哪些材料后补、期限和逾期的后果；受理前签署，窗口凭此容缺受理';
/** 签署容缺承诺 — by the applicant’s own hand, from their page alone, which shows what they sign. */
export const signTolerance = action(caseFile, {
  name: 'sign-tolerance',
  title: '签署容缺受理承诺书',
  about: SHOWN,
  hidden: true,
  may: { [APPLICANT]: 'applicant' },
  from: [...UNSIGNED],
  to: [...UNSIGNED],
  input: Type.Object({}),
  decide: (given) => signed(given),
});

type Asked = { readonly row: CaseFile; readonly by: { readonly id: string } };
/** 受托人签署容缺承诺 — for the applicant, by who holds a mandate to sign for this item today. */
export const signToleranceFor = action(caseFile, {
  name: 'sign-tolerance-for',
  title: '受托人签署容缺受理承诺书',
  about: SHOWN,
  hidden: true,
  // Whose case it is stands in no column of theirs: the mandate is asked for in `decide`.
  may: { [APPLICANT]: 'anyone' },
  from: [...UNSIGNED],
  to: [...UNSIGNED],
  input: Type.Object({}),
  needs: {
    mandates: rows(mandate, ({ row, by }: Asked) => ({
      principal: row.applicant!, // Null finds nothing.
      agent: by.id,
    })),
  },
  decide({ mandates, ...given }) {
    const { by, now } = given;
    refuseUnmandated(mandates, given.caseFile, { agent: by.id, act: 'sign', now });
    return signed(given);
  },
});
