import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { holding } from '#lib/action/need.ts';
import { organisationTree } from '#organisations/index.ts';
import { Digest } from '../fields.ts';
import { remembered } from '../password/hashing.ts';
import { account, MAY } from './account.ts';
import { refuseBeyond, refuseOwn } from './administrators.ts';
import { LINK_LASTS, later } from './link.ts';

const input = Type.Object({ link: Digest });
const needs = { tree: holding(organisationTree) };

/** 发送启用链接 — a new one-time link; the one before is void. Only its digest comes here. */
export const inviteAccount = action(account, {
  name: 'invite',
  title: '发送启用链接',
  hidden: true,
  may: MAY,
  from: ['invited'],
  to: ['invited'],
  input,
  needs,
  decide({ account: mine, input: { link }, tree, by, now }) {
    refuseBeyond(mine, by, tree);
    return { state: 'invited', link, linkEndsAt: later(now, LINK_LASTS) };
  },
});

/** 重置密码 — the old password and every session end at once; the holder sets a new one by a one-time link. */
export const resetPassword = action(account, {
  name: 'reset-password',
  title: '重置密码',
  hidden: true,
  may: MAY,
  from: ['active', 'locked'],
  to: ['invited'],
  input,
  needs,
  decide({ account: mine, input: { link }, tree, by, now }) {
    refuseOwn(mine, by, '重置密码');
    refuseBeyond(mine, by, tree);
    return {
      state: 'invited',
      password: null,
      passwordSetAt: null,
      formerPasswords: remembered(mine),
      link,
      linkEndsAt: later(now, LINK_LASTS),
      because: null,
    };
  },
});
