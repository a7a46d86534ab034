import { calendar, seedCalendar } from '#calendar/index.ts';
import { documents } from '#documents/module.ts';
import { ledger } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import type { Assembled } from '#lib/assemble.ts';
import type { Module } from '#lib/module.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import type { Instant } from '#lib/time.ts';
import { organisations, organisationTree, seedOrganisations } from '#organisations/index.ts';
import { settings } from '#settings/index.ts';
import { performance } from '../index.ts';

export const REGION = '430611';
/** 09:00 in Shanghai on Monday, 1 March 2021. */
const NOW = '2021-03-01T01:00:00.000Z' as Instant;

export interface Bureau {
  readonly app: Assembled;
  readonly act: ReturnType<typeof acting>;
  /** Id of the bureau's own organisation. */
  readonly organisation: string;
  /** Another department of the same district. */
  readonly other: string;
  readonly people: ReturnType<typeof staff>;
  /** Lets the loops of all modules run once: reactions to what the ledger says. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}
const staff = (organisation: string, other: string) => ({
  writer: someone('填报员', ['performance.writer', organisation]),
  /** Writes, and may look at every record that is counted. */
  countingWriter: someone('统计员', ['performance.writer', organisation], ['ledger.auditor']),
  checker: someone('核对员', ['performance.checker', organisation]),
  leader: someone('局长', ['performance.leader', organisation]),
  all: someone(
    '多面手',
    ['performance.writer', organisation],
    ['performance.checker', organisation],
    ['performance.leader', organisation],
  ),
  stranger: someone('外单位', ['performance.writer', other]),
  reviewer: someone('财政复核员', ['finance.reviewer', REGION]),
  section: someone('财政股长', ['finance.section', REGION]),
});

/** The program with organisations and this module on a database of its own; the clock stands still. */
export async function openBureau(more: readonly Module[] = []): Promise<Bureau> {
  const app = await testApp([ledger, settings, calendar, organisations, documents, ...more, performance], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
    now: () => NOW,
  });
  const settle = async (): Promise<void> => {
    for (const loop of app.modules.flatMap((module) => module.loops)) await loop.run(app);
  };
  await seedOrganisations(app);
  await seedCalendar(app);
  // Reactions begin with what happens after their first round.
  await settle();
  const found = await app.query(
    "select id, name from organisation where kind = 'department' order by number",
    [],
  );
  const own = found.find((each) => String(each['name']).includes('行政审批'));
  const other = found.find((each) => each !== own)!['id'] as string;
  const organisation = own!['id'] as string;
  return {
    app,
    act: acting(app),
    organisation,
    other,
    people: staff(organisation, other),
    settle,
    close: () => app.close(),
  };
}
