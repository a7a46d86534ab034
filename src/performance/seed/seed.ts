import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { published2020 } from './published-2020.ts';

export type Seeding = Pick<App, 'actions' | 'engine' | 'query' | 'now'>;
type Input = Readonly<Record<string, unknown>>;

/** Does an action as the system person; answers the row's id. */
async function act(
  app: Seeding,
  noun: string,
  name: string,
  { id = null, ...input }: Input,
): Promise<string> {
  const { row } = await app.engine.perform({
    action: getAction(app, noun, name),
    id: id as string | null,
    input,
    by: SYSTEM,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
  return row.id;
}

/** The published form of 2020, adopted once. */
async function seedFramework(app: Seeding): Promise<string> {
  const { region, year, framework: form } = published2020;
  const found = await app.query(
    'select id, state from framework where region = $1 and year = $2 order by edition',
    [region, year],
  );
  const published = found.find((each) => each['state'] === 'published');
  if (published) return published['id'] as string;
  const draft = found.find((each) => each['state'] === 'draft');
  const id =
    (draft?.['id'] as string | undefined) ?? (await act(app, 'framework', 'adopt', { form, region }));
  return act(app, 'framework', 'publish', { id });
}

async function findOrganisation(app: Seeding): Promise<string> {
  const found = await app.query(
    "select id from organisation where region = $1 and state = 'active' and $2 like '%' || name order by length(name) desc",
    [published2020.region, published2020.organisation],
  );
  const id = found[0]?.['id'] as string | undefined;
  if (!id) throw new Error(`the seeded organisations lack ${published2020.organisation}`);
  return id;
}

/** What is still empty is filled in, each step by its own action: an interrupted seed goes on where it stopped. */
async function fill(app: Seeding, id: string): Promise<number> {
  const [row] = await app.query(
    'select figures, goals, sheet, claimed_total, state from evaluation where id = $1',
    [id],
  );
  const isEmpty = (column: string): boolean => Object.keys((row?.[column] ?? {}) as object).length === 0;
  if (row?.['state'] !== 'draft') return 0;
  const { units, evaluators, restatements, claimedTotal, claimedGrade, figures, goals, sheet } =
    published2020;
  let steps = 0;
  const step = async (name: string, input: Input): Promise<void> => {
    await act(app, 'evaluation', name, { id, ...input });
    steps += 1;
  };
  if (row['claimed_total'] === null)
    await step('amend', { units, evaluators, restatements, claimedTotal, claimedGrade });
  if (isEmpty('figures'))
    await step('set-figures', {
      figures: Object.entries(figures).map(([key, { value, ...rest }]) => ({
        key,
        ...(value === null ? {} : { value }),
        ...rest,
      })),
    });
  if (isEmpty('goals'))
    for (const [key, { figure, ...goal }] of Object.entries(goals))
      await step('set-goal', { key, ...goal, ...(figure === null ? {} : { figure }) });
  if (isEmpty('sheet'))
    await step('set-self-scores', {
      scores: Object.entries(sheet).map(([path, score]) => ({ path, ...score })),
    });
  return steps;
}

/**
 * The self-evaluation of 2020 with its published figures, by the same actions a department uses. Idempotent; needs the
 * seeded organisations. Stays a draft: the two rows that differ from their rule still want a reason.
 */
export async function seedEvaluation2020(
  app: Seeding,
): Promise<{ readonly id: string; readonly steps: number }> {
  const organisation = await findOrganisation(app);
  const { year, units } = published2020;
  const [there] = await app.query('select id from evaluation where organisation = $1 and year = $2', [
    organisation,
    year,
  ]);
  const framework = await seedFramework(app);
  const id =
    (there?.['id'] as string | undefined) ??
    (await act(app, 'evaluation', 'begin', { organisation, year, framework, units }));
  return { id, steps: await fill(app, id) };
}
