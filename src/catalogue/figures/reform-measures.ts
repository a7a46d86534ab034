import { measure, type AnyMeasure } from '#lib/measure.ts';
import { approvalSeal } from '../authority/seal.ts';
import { approvalSection } from '../authority/section.ts';
import { basisCheck } from '../basis/check.ts';
import { delegation } from '../delegations/delegation.ts';
import { DELEGATION_LEVELS, type DelegationLevel } from '../words.ts';
import { windowList } from '../windows/list.ts';
import { standing } from './standing.ts';

const delegated = (level: DelegationLevel) =>
  standing(delegation, {
    name: `catalogue.${level}-items`,
    version: 2,
    title: `${DELEGATION_LEVELS[level]}赋权事项`,
    basis: `赋予${DELEGATION_LEVELS[level]}办理的事项；同一事项（基本编码相同，没有的按事项编码）赋予多地的计一项`,
    from: 'countsFrom',
    until: 'countsUntil',
    by: 'place',
    where: (row) => row('row.level', '=', level),
  });

/** 事项 × 地: what the list of 赋权 has lines for; never the number of items. */
const placed = (level: DelegationLevel) =>
  standing(delegation, {
    name: `catalogue.${level}-delegations`,
    title: `${DELEGATION_LEVELS[level]}赋权记录（事项×地）`,
    basis: `赋予${DELEGATION_LEVELS[level]}办理的记录；同一事项分地分期赋权的各计一条，不是事项数`,
    from: 'startsOn',
    until: 'lapsesOn',
    by: 'place',
    where: (row) => row('row.level', '=', level),
  });

/** 三集中三到位, 赋权 and the alarm of changed laws, as figures (the 2020 report: 11 sections, 16 seals, 71 and 45 items). */
export const reformMeasures: readonly AnyMeasure[] = [
  standing(approvalSection, {
    name: 'catalogue.approval-sections',
    title: '设立行政审批股的部门',
    basis: '设有行政审批股的部门，一个部门至多一个',
    from: 'establishedOn',
    until: 'abolishedOn',
    by: 'organisation',
    where: (row) => row.lit(true),
  }),
  standing(approvalSeal, {
    name: 'catalogue.approval-seals',
    title: '启用的行政审批专用章',
    basis: '已启用、未缴销的行政审批专用章（枚）',
    from: 'inUseFrom',
    until: 'returnedOn',
    by: 'organisation',
    where: (row) => row('row.inUseFrom', 'is not', null),
  }),
  delegated('town'),
  delegated('village'),
  placed('town'),
  placed('village'),
  standing(windowList, {
    name: 'catalogue.undifferentiated-windows',
    title: '无差别综合窗口',
    basis: '有受理清单的无差别综合窗口',
    from: 'startsOn',
    until: 'endedOn',
    by: 'organisation',
    where: (row) => row('row.kind', '=', 'undifferentiated'),
  }),
  measure(basisCheck, {
    name: 'catalogue.basis-checks-opened',
    title: '因法规变动列入核对的事项',
    basis: '当年因法规废止、条款变动列入核对的事项次数，按列入日期',
    on: 'openedOn',
    by: 'organisation',
    where: (row) => row.lit(true),
  }),
  measure(basisCheck, {
    name: 'catalogue.basis-checks-closed',
    title: '法规变动后核对完毕的事项',
    basis: '当年已修订或核对无误的事项次数，按核对日期',
    on: 'closedOn',
    by: 'organisation',
    where: (row) => row('row.state', '!=', 'open'),
  }),
];
