import { Type } from 'typebox';
import { action, change, type Write } from '#lib/action/action.ts';
import { hangingOn, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { attachment } from '#documents/index.ts';
import { calendarNow } from '#calendar/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { handedOver } from '../file/handed-over.ts';
import { fetchingNeeds, HandingFields, refuseStranger } from '../file/receiver.ts';
import { refuseConflict } from '../file/separation.ts';
import { bundle, type Bundle } from './bundle.ts';
import { isOver } from './course.ts';
import { casesOfBundle, inOrder, standing, UNDER_WAY } from './follow.ts';

type Asked = { readonly row: Pick<Bundle, 'id'> };
type Fetched = Asked & { readonly input: { readonly mandate?: string | undefined } };
/** Refused and sealed cases are ready; a granted one when its decision is all there is. */
const isReady = ({ parts }: Bundle, { id, state }: CaseFile): boolean =>
  state === 'issued' ||
  state === 'refused' ||
  (state === 'granted' && parts.find(({ caseId }) => caseId === id)?.result === null);

/** 一并送达 — all results of a bundle at one place and one moment; with them it is over. */
export const deliverBundle = action(bundle, {
  name: 'deliver',
  title: '一并送达办结',
  about: '各件都有决定并制作结果文书后，一次交给申请人',
  may: { 'cases.clerk': 'place', 'cases.deliverer': 'place' },
  from: UNDER_WAY,
  to: ['completed', 'withdrawn'],
  input: Type.Object(HandingFields),
  needs: {
    cases: casesOfBundle,
    calendar: calendarNow,
    ...fetchingNeeds(({ row }: Fetched) => ({ bundle: row.id })),
    people: opened(caseFile, ({ row }: Asked) => ({ bundle: row.id })),
    attached: hangingOn([attachment, 'subject'], caseFile, ({ row }: Asked) => [{ bundle: row.id }]),
  },
  decide({ bundle: mine, cases, input, calendar, by, now, ...given }) {
    const open = cases.filter((each) => !isOver(each));
    for (const each of open) refuseConflict(each, by);
    const unready = open.filter((each) => !isReady(mine, each));
    if (unready.length > 0)
      refuse('cases.bundle-undecided', {
        names: unready.map(({ itemName, number }) => `${itemName}（${number}）`).join('、'),
      });
    // All cases of a bundle have one applicant and one agent.
    const handing = { ...given, input, person: given.people[0], now };
    const said = { way: input.way, proof: input.proof, ...refuseStranger(open, handing) };
    const handed = (each: CaseFile) => ({ ...handedOver(each, said, now), awaitsOthers: null });
    const after = inOrder(mine, cases).map((each) => (isOver(each) ? each : { ...each, ...handed(each) }));
    const patch = standing(mine, after, calendar);
    const writes = open.map((each) => change(caseFile, each, handed(each)));
    return [{ ...patch, state: patch.state as 'completed' | 'withdrawn' }, ...writes] as const;
  },
});

/** 改变送达方式 — together or one by one, as the applicant wishes, until the bundle is over. */
export const chooseDelivery = action(bundle, {
  name: 'choose-delivery',
  title: '改变送达方式',
  about: '按申请人意愿改为一并送达或逐件送达',
  may: { 'cases.clerk': 'place' },
  from: ['open'],
  to: ['open'],
  input: Type.Object({ isTogether: Type.Boolean({ title: '一并送达' }) }),
  needs: { cases: casesOfBundle },
  decide({ cases, input, by }) {
    const open = cases.filter((each) => !isOver(each));
    for (const each of open) refuseConflict(each, by);
    const writes = open.map((each): Write =>
      change(caseFile, each, { awaitsOthers: input.isTogether ? true : null }),
    );
    return [{ state: 'open', isTogether: input.isTogether }, ...writes] as const;
  },
});
