import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { applicant, MAY } from '../applicant/applicant.ts';
import { CreditCode, IdentityNumber, Phone } from '../fields.ts';

const Wanted = Type.Object({
  identity: Type.Optional(IdentityNumber()),
  creditCode: Type.Optional(CreditCode),
  phone: Type.Optional(Phone),
});
const MOST = 20;

/**
 * `POST /api/applicants/look-up {identity | creditCode | phone}` → `{items}`, masked, at most 20. A question asked by POST:
 * a number in an address would stand in every log on the way. Whole numbers only, so that nobody leafs through people.
 */
export function lookUpRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['申请人'],
    summary: '按证件号码、信用代码或手机号查申请人',
    operationId: 'applicants.look-up',
    body: Wanted,
  };
  server.post('/api/applicants/look-up', { schema }, async (request) => {
    const by = await signedIn(app, request);
    if (!hasRole(MAY, by)) refuse('lib.missing-role', { title: '查申请人' });
    const { identity, creditCode, phone } = validated<Record<string, string | undefined>>(
      Wanted,
      request.body ?? {},
    );
    const found = await app.query(
      `select * from applicant
        where identity ->> 'hash' = $1 or credit_code = $2 or phone ->> 'hash' = $3
        order by id desc limit ${MOST}`,
      [
        identity === undefined ? null : app.suite.lookUp(identity, 'identity'),
        creditCode?.trim().toUpperCase() ?? null,
        phone === undefined ? null : app.suite.lookUp(phone, 'phone'),
      ],
    );
    return { items: found.map((record) => publicRow(applicant, rowFrom(applicant, record))) };
  });
}
