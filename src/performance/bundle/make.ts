import { proveEntries } from '#ledger/index.ts';
import { canonical } from '#lib/action/engine/canonical.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import program from '../../../package.json' with { type: 'json' };
import type { Content } from '../evaluation/evaluation.ts';
import type { Frozen } from '../evaluation/parts.ts';
import { assess } from '../assess/assess.ts';
import { formOf, getEvaluation, type Asker, type Wanted } from '../views/find.ts';
import type { Bundle, BundleBody } from './bundle.ts';
import '../refusals.ts';

type Making = Pick<App, 'query' | 'suite'>;

/** The signed bundle of a signed evaluation: what was signed, not what was changed since. */
export async function makeBundle(app: Making, wanted: Wanted, asker: Asker): Promise<Bundle> {
  const row = await getEvaluation(wanted, asker);
  const frozen = row.frozen as Frozen<Content> | null;
  if (frozen === null) return refuse('performance.not-signed', { number: row.number });
  if (frozen.seq === null) return refuse('performance.not-sealed');
  const { name, source, rows, groups } = await formOf(app, row.framework);
  const { entries, blocks } = await proveEntries(app.query, row.id);
  if (!entries.some((each) => each.seq === frozen.seq)) return refuse('performance.not-sealed');
  const body: BundleBody = {
    format: 'yichuang-evaluation-bundle',
    edition: 1,
    code: { name: program.name, version: program.version },
    evaluation: { id: row.id, number: row.number, organisation: row.organisationName, year: row.year },
    content: frozen.content,
    form: { name, source, rows, groups },
    score: assess(frozen.content, { rows, groups }).score,
    frozen,
    entries,
    blocks,
    publicKey: app.suite.publicKey(),
  };
  return { body, signature: app.suite.sign(canonical(body)) };
}
