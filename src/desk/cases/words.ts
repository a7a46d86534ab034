import { ITEM_TYPES } from '#catalogue/codes/types.ts';
import { BAD_FAITH } from '#cases/bar/words.ts';
import { WINDOW_TYPES } from '#catalogue/words.ts';
import {
  ACCEPTANCES,
  APPLICANT_KINDS,
  AUTHORITIES,
  CHANNELS,
  CHASE_WAYS,
  DECLINE_GROUNDS,
  DELIVERY_WAYS,
  OUTCOMES,
  SPECIAL_PROCEDURES,
  STAND_LEVELS,
  STATES,
} from '#cases/words.ts';
import { DECIDERS, RESULTS } from '#cases/handover/words.ts';
import { STAGES } from '#cases/projects/words.ts';
import { HEARING_GROUNDS } from '#cases/special/hearing/words.ts';
import { SERVICES } from '#cases/utilities/words.ts';
import { dayTime } from '#desk/components/format.ts';
import type { Mark } from '#desk/components/marks.ts';
import type { Choice } from '#desk/hotline/words.ts';

const said =
  (words: Readonly<Record<string, string>>) =>
  (key: string | null | undefined): string =>
    key === null || key === undefined ? '' : (words[key] ?? key);
const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

export const stateSaid = said(STATES);
export const applicantChoices = choicesOf(APPLICANT_KINDS);
export const windowTypeChoices = choicesOf(WINDOW_TYPES);
/** What stands at a counter: online and foreign systems come by themselves. */
export const channelChoices = choicesOf(CHANNELS).filter(({ value }) =>
  ['window', 'on-site', 'post', 'terminal'].includes(value),
);
/** The day and hour of what hangs on a case and is a visit or a hearing; nothing for anything else, or while no day is named. */
export const visitOf = ({ visitAt, heldAt }: Readonly<Record<string, unknown>>): string =>
  [visitAt, heldAt].flatMap((at) => (typeof at === 'string' ? dayTime(at) : [])).at(0) ?? '';
export const deliverySaid = said(DELIVERY_WAYS);
export const deliveryChoices = choicesOf(DELIVERY_WAYS);

const mark = (sign: Mark['sign'], word: string, tone: Mark['tone']): Mark => ({ sign, word, tone });
export type Light = 'red' | 'yellow' | 'green';
export const lightMarks: Readonly<Record<Light, Mark>> = {
  red: mark('cross', '超期', 'bad'),
  yellow: mark('half', '临期', 'warn'),
  green: mark('check', '正常', 'good'),
};

/** Stored words of the columns, for the generic list and detail. */
export const caseWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'case-file.kind': { instant: '即办件', promised: '承诺件' },
  'case-file.itemType': ITEM_TYPES,
  'case-file.channel': CHANNELS,
  'case-file.windowType': WINDOW_TYPES,
  'case-file.level': STAND_LEVELS,
  'case-file.authority': AUTHORITIES,
  'case-file.applicantKind': APPLICANT_KINDS,
  'case-file.acceptance': ACCEPTANCES,
  'case-file.outcome': OUTCOMES,
  'case-file.declinedGround': DECLINE_GROUNDS,
  'case-file.badFaith': BAD_FAITH,
  'case-file.projectStage': STAGES,
  'project.stage': STAGES,
  'bundle.level': STAND_LEVELS,
  'bundle.channel': CHANNELS,
  'bundle.windowType': WINDOW_TYPES,
  'bundle.applicantKind': APPLICANT_KINDS,
  'case-draft.applicantKind': APPLICANT_KINDS,
  'handover.authority': DECIDERS,
  'handover.applicantKind': APPLICANT_KINDS,
  'handover.outcome': RESULTS,
  'survey.toldHow': CHASE_WAYS,
  'utility-connection.service': SERVICES,
  'application-bar.ground': BAD_FAITH,
  'case-branch.kind': { check: '收件核验', opinion: '审批' },
  'special-procedure.kind': SPECIAL_PROCEDURES,
  'hearing.ground': HEARING_GROUNDS,
};
