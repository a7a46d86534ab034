import { calendar } from '#calendar/index.ts';
import { documents } from '#documents/module.ts';
import { ledger } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import type { Module } from '#lib/module.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { instantOf, millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import { organisations, organisationTree } from '#organisations/index.ts';
import { authenticator, people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { alsoApplicants, applicants } from '../index.ts';

/** Invented people; the last character of each number is worked out by GB 11643. */
export const LI = { name: '李某', identityKind: 'resident', identity: '430611189001011232' } as const;
export const WANG = { name: '王某', identityKind: 'resident', identity: '430611188502284568' } as const;

/** The register of applicants on a fresh database, at nine on Tuesday, 10 March 2026. */
export async function applicantsOffice(more: readonly Module[] = []) {
  let at = millis('2026-03-10T01:00:00.000Z' as Instant);
  const app = await testApp(
    [ledger, settings, calendar, organisations, people, documents, applicants, ...more],
    {
      scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
      authenticate: alsoApplicants(authenticator),
      now: () => instantOf(at),
    },
  );
  return {
    app,
    act: acting(app),
    registrar: someone('登记员', ['applicants.registrar']),
    keeper: someone('信用管理员', ['applicants.credit-keeper']),
    /** Lets so many minutes pass. */
    wait: (minutes: number): void => {
      at += minutes * MS_PER_MINUTE;
    },
    close: app.close,
  };
}
export type ApplicantsOffice = Awaited<ReturnType<typeof applicantsOffice>>;
