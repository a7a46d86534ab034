import { unmasking } from '#people/index.ts';
import { mandate } from './mandate.ts';

/** 查看完整信息 — to check whoever shows the mandate. */
export const unmaskAgent = unmasking(mandate, { 'applicants.registrar': 'anyone' });
