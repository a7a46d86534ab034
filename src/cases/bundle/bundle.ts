import { flag, instant, integer, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Limit } from '#calendar/index.ts';
import type { WindowType } from '#catalogue/index.ts';
import type { ApplicantKind, Channel, StandLevel } from '../words.ts';
import type { Awaited } from '../file/kept.ts';
import type { BundlePaper } from './papers.ts';
import { BUNDLE_STATES } from './words.ts';

/** One item of the bundle and its case. */
export interface Part {
  readonly code: string;
  readonly name: string;
  readonly stage: number;
  readonly caseId: string;
  /** The results it was to wait for. */
  readonly waitsFor: readonly Awaited[];
  /** The paper it ends in, by the edition it began with; null when the decision is all there is. */
  readonly result: string | null;
}

/**
 * 一件事 — one application for all items of a theme. Its cases go their own ways; it follows them and is over exactly once,
 * when the last of them is.
 */
export const bundle = noun({
  name: 'bundle',
  as: 'bundle',
  path: 'bundles',
  title: '一件事办件',
  states: BUNDLE_STATES,
  columns: {
    theme: uuid('一件事主题').measured(),
    themeName: text('一件事名称'),
    place: text('受理地').measured(),
    level: text<StandLevel>('受理层级').measured(),
    channel: text<Channel>('申请渠道').measured(),
    windowType: text<WindowType>('窗口类别').orNull().measured(),
    windowId: uuid('窗口').orNull(),
    isOnBehalf: flag('帮代办').orNull().measured(),
    agentName: personal('代办人', 'name').orNull(),
    mandate: uuid('委托书').orNull(),
    applicantKind: text<ApplicantKind>('申请人类别').measured(),
    applicant: uuid('申请人账号').orNull(),
    applicantName: personal('申请人', 'name'),
    applicantId: personal('证件号码', 'identity').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    answers: json<Readonly<Record<string, string>>>('情形选择').orNull(),
    parts: json<readonly Part[]>('所含事项'),
    papers: json<readonly BundlePaper[]>('申请材料'),
    isJoint: flag('统一或联合办理').measured(),
    /** 一并送达: nothing is handed out before all is decided; else one by one. The applicant's choice. */
    isTogether: flag('一并送达').measured(),
    legalLimit: json<Limit>('法定时限'),
    promisedLimit: json<Limit>('承诺时限'),
    appliedAt: instant('申请时间').measured(),
    cases: integer('办件数').measured(),
    openCases: integer('未办结的办件').measured(),
    /** Ended without what was asked for: refused, declined, withdrawn, terminated, revoked. */
    ungranted: integer('未获准予的办件').measured(),
    isOnTime: flag('各件均在法定时限内').orNull().measured(),
    completedAt: instant('办结时间').orNull().measured(),
    withdrawnBecause: prose('撤回原因').orNull(),
    copiesAlone: integer('分别办理需交材料（份）').measured(),
    copiesTogether: integer('一次办需交材料（份）').measured(),
    copiesSaved: integer('少交材料（份）').measured(),
    tripsAlone: integer('分别办理到场（次）').measured(),
    tripsTogether: integer('一次办到场（次）').measured(),
    tripsSaved: integer('少跑（次）').measured(),
    daysAlone: integer('分别办理时限（日）').orNull().measured(),
    daysTogether: integer('一次办时限（日）').orNull().measured(),
    daysSaved: integer('压减时限（日）').orNull().measured(),
    /** What it really took, from the application to the last decision; null until it is over with one. */
    daysTook: integer('实际用时（工作日）').orNull().measured(),
  },
  series: 'YCB',
  see: { 'cases.clerk': 'place', 'cases.inspector': 'place', 'ledger.auditor': 'anyone' },
  filters: ['state', 'theme', 'place', 'channel'],
  searched: ['number', 'themeName'],
});
export type Bundle = RowOf<typeof bundle>;
