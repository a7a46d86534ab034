import { unmasking } from '../personal/unmask.ts';
import { account, MAY } from './account.ts';

export const unmaskAccount = unmasking(account, MAY);
