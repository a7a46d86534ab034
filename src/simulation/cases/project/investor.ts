import { chance } from '../../chance.ts';
import type { Input } from '../../run/thread.ts';
import { inventedApplicant } from '../applicant.ts';
import type { Plan } from '../plan.ts';

/** 建设单位: the same firm applies for every case of its project. */
export const investorOf = ({ seed, ground }: Plan, project: number): Input =>
  inventedApplicant(
    { isFirm: true, acceptance: 'complete' },
    ground.districtName,
    chance(seed, 'investor', project),
  );
