import { unmasking } from '#people/index.ts';
import { applicant, MAY } from './applicant.ts';

export const unmaskApplicant = unmasking(applicant, MAY);
