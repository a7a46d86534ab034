import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { item, type Item } from '#catalogue/index.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { ApplicantField, ItemCode } from '../file/fields.ts';
import { goodResults, heldOf } from '../online/held-results.ts';

const MAY = { 'cases.clerk': 'place' } as const;
const { idNumber, creditCode } = ApplicantField.properties;
const Question = Type.Object({
  item: Type.Optional(ItemCode),
  theme: Type.Optional(Type.String({ title: '一件事主题', format: 'uuid' })),
  idNumber,
  creditCode,
});
type Question = Static<typeof Question>;

/** A material that need not be brought, and the result it is: of which item, under which number, decided when. */
interface HeldPaper {
  readonly name: string;
  readonly itemName: string;
  readonly number: string;
  readonly on: Day;
}
interface Holdings {
  readonly results: readonly string[];
  readonly numbers: Readonly<Record<string, string>>;
  readonly papers: readonly HeldPaper[];
}
type Asking = Pick<App, 'query' | 'suite' | 'now'>;

/** The items meant: the one, or all of one thing. */
async function codesOf(app: Asking, { item: code, theme }: Question): Promise<readonly string[]> {
  if (theme === undefined) return code === undefined ? [] : [code.trim()];
  const found = await app.query(
    `select part ->> 'code' as code from theme t, jsonb_array_elements(t.items) as part
      where t.id = $1 and t.state = 'published'`,
    [theme],
  );
  return found.map((each) => each['code'] as string);
}

interface Wanted {
  readonly name: string;
  readonly outputOf: string;
}
/** The materials that are somebody's result; of one name in several items only where it is so in all of them. */
async function wantedBy(app: Asking, asked: Question): Promise<readonly Wanted[]> {
  const codes = await codesOf(app, asked);
  const records = await app.query(selectRows(item, 'where r.number = any($1) order by r.id'), [codes]);
  const all = records.flatMap((record) => (readRow(item, record) as Item).elements.materials ?? []);
  const byName = Map.groupBy(all, ({ name }) => name);
  return [...byName].flatMap(([name, those]) => {
    const outputOf = those[0]?.outputOf;
    return outputOf && those.every((each) => each.outputOf) ? [{ name, outputOf }] : [];
  });
}

/** What the office gave whoever has this number, of that alone which the item would ask for. */
async function heldFor(app: Asking, asked: Question): Promise<Holdings> {
  const wanted = await wantedBy(app, asked);
  const records = await app.query(
    selectRows(
      caseFile,
      `where r.outcome = 'granted' and r.basic_code = any($3)
         and (r.applicant_id ->> 'hash' = $1 or r.credit_code = $2) order by r.id`,
    ),
    [
      asked.idNumber === undefined ? null : app.suite.lookUp(asked.idNumber, 'identity'),
      asked.creditCode ?? null,
      wanted.map(({ outputOf }) => outputOf),
    ],
  );
  const good = goodResults(
    records.map((record) => readRow(caseFile, record) as CaseFile),
    dayOf(app.now()),
  );
  const papers = wanted.flatMap(({ name, outputOf }) => {
    const given = good.findLast(({ basicCode }) => basicCode === outputOf);
    if (!given?.completedAt) return [];
    const { itemName, resultNumber, number, completedAt } = given;
    return [{ name, itemName, number: resultNumber ?? number, on: dayOf(completedAt) }];
  });
  return { ...heldOf(good), papers };
}

/**
 * `POST /api/cases/held {item | theme, idNumber | creditCode}` → `{results, numbers, papers}`: what a window need not ask for,
 * before it takes the application in. Posted, so that no number stands in an address; whole numbers only, and nothing but
 * what the item would ask for, so that nobody leafs through what people hold.
 */
export function heldRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['办件'],
    summary: '申请人已持有的材料',
    description:
      '按完整证件号码或信用代码，查这个事项（或一件事）的材料里本机关已经发给申请人、不用再交的；不改变任何记录',
    operationId: 'cases.held',
    body: Question,
  };
  server.post('/api/cases/held', { schema }, async (request) => {
    const by = await signedIn(app, request);
    if (!hasRole(MAY, by)) refuse('lib.missing-role', { title: '查已持有的材料' });
    return heldFor(app, validated<Question>(Question, request.body ?? {}));
  });
}
