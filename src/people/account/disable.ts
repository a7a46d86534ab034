import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { holding, rows } from '#lib/action/need.ts';
import { organisationTree } from '#organisations/index.ts';
import { Reason } from '../fields.ts';
import { account, MAY } from './account.ts';
import { refuseLast, refuseOwn } from './administrators.ts';

const needs = {
  active: rows(account, () => ({ state: 'active' })),
  tree: holding(organisationTree),
};
const input = Type.Object({ reason: Reason });

/** 停用 — the person has left; sessions and tokens end at once. What they did stays theirs. */
export const disableAccount = action(account, {
  name: 'disable',
  title: '停用账号',
  may: MAY,
  from: ['invited', 'active', 'locked'],
  to: ['disabled'],
  input,
  needs,
  decide({ account: mine, input: { reason }, active, tree, by }) {
    refuseOwn(mine, by, '停用账号');
    refuseLast(mine, active, tree);
    return { state: 'disabled', because: reason, link: null, linkEndsAt: null };
  },
});

/** 锁定 — a suspicion: sessions and tokens end at once, until somebody unlocks. */
export const lockAccount = action(account, {
  name: 'lock',
  title: '锁定账号',
  may: MAY,
  from: ['active'],
  to: ['locked'],
  input,
  needs,
  decide({ account: mine, input: { reason }, active, tree, by }) {
    refuseOwn(mine, by, '锁定账号');
    refuseLast(mine, active, tree);
    return { state: 'locked', because: reason };
  },
});
