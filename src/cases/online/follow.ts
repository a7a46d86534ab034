import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import type { Personal } from '#lib/action/column.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { FOLLOWING, tidyAttempts, trying, type Kept } from '#lib/attempts.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { toldHearing, type ToldHearing } from '../special/hearing/told.ts';
import { toldSurveys, type ToldSurvey } from '../survey/told.ts';
import { fetchingOf, type Fetching } from './views/fetching.ts';
import { progressOf, type Progress } from './progress.ts';
import { unitsOf } from './views/own-cases.ts';

const ATTEMPTS: Kept = {
  table: 'case_attempt',
  refuse: (wait) => refuse('cases.follow-too-many', wait),
};
export const tidyFollowing = tidyAttempts('cases.follow-attempts', ATTEMPTS);

/** A case as anybody with its number and four digits sees it: no name, nothing that was said in it. */
export interface FollowedCase {
  readonly number: string;
  readonly itemName: string;
  readonly receivedAt: Instant;
  readonly progress: Progress;
  /** When somebody comes and who; nothing of the place. */
  readonly surveys: readonly Pick<
    ToldSurvey,
    'number' | 'state' | 'at' | 'units' | 'putRightBy' | 'standsUntil' | 'phone'
  >[];
  /** 听证: when it is held or how long it may be asked for; nothing of the place. */
  readonly hearing: Pick<ToldHearing, 'state' | 'askBy' | 'at' | 'heldBy'> | null;
  readonly fetching: Fetching | null;
}
interface Asked {
  readonly number: string;
  /** The last four digits of the phone, or the whole of it. */
  readonly secret: string;
  readonly address: string;
}
type Following = Pick<App, 'query' | 'suite' | 'now' | 'held'>;

const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};
function opens({ suite }: Pick<App, 'suite'>, row: CaseFile | undefined, secret: string): boolean {
  const phone = (row?.phone ?? null) as Personal | null;
  const byPhone = isSame(phone?.hash ?? '', suite.lookUp(secret, 'phone'));
  return (/^\d{4}$/.test(secret) && isSame(phone?.mask.slice(-4) ?? '', secret)) || byPhone;
}

/** Neither where it is nor what is looked at there. */
const withoutPlace = ({ site: _site, meetingPoint: _point, units, ...each }: ToldSurvey) => ({
  ...each,
  units: units.map(({ name }) => ({ name, conditions: [] })),
});

/**
 * Follows a case by its number and the last four digits of the phone. A number that does not exist and wrong digits are
 * one answer after the same work, and both count as a try.
 */
export async function followCase(app: Following, asked: Asked): Promise<FollowedCase> {
  const number = asked.number.normalize('NFKC').trim().toUpperCase();
  const secret = asked.secret.normalize('NFKC').trim();
  const tried = { kind: 'follow', subject: number, address: asked.address, bounds: FOLLOWING };
  const succeeded = await trying(app, ATTEMPTS, tried);
  const [record] = await app.query(selectRows(caseFile, 'where r.number = $1'), [number]);
  const row = record && (readRow(caseFile, record) as CaseFile);
  if (!row || !opens(app, row, secret)) return refuse('cases.follow-unknown');
  await succeeded();
  const [byCase, surveys, heard, fetching] = await Promise.all([
    unitsOf(app, [row]),
    toldSurveys(app, row),
    toldHearing(app, row),
    fetchingOf(app, row),
  ]);
  const units = byCase.get(row.id) ?? [];
  return {
    number: row.number,
    itemName: row.itemName,
    receivedAt: row.receivedAt,
    progress: progressOf(row, { now: app.now(), calendar: calendarOf(app), units }),
    surveys: surveys.map(withoutPlace),
    hearing: heard && { state: heard.state, askBy: heard.askBy, at: heard.at, heldBy: heard.heldBy },
    fetching,
  };
}

const Question = Type.Object({
  number: Type.String({ title: '办件编号', minLength: 1, maxLength: 40 }),
  secret: Type.String({ title: '电话后四位或完整电话号码', minLength: 1, maxLength: 40 }),
});
/** `POST /api/cases/follow {number, secret}`: posted, so that neither stands in an address; open to everybody, limited. */
export function followRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['办件'],
    summary: '凭编号和电话后四位查办件进度',
    operationId: 'cases.follow',
    body: Question,
  };
  server.post('/api/cases/follow', { schema }, (request) => {
    const asked = validated<{ number: string; secret: string }>(Question, request.body ?? {});
    return followCase(app, { ...asked, address: request.ip });
  });
}
