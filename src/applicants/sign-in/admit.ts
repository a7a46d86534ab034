import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { checkedCreditCode, checkedIdentity } from '../applicant/columns.ts';
import { reaches, type Level, type Verification } from '../words.ts';
import type { Told } from './claims.ts';

type Admitting = Pick<App, 'query' | 'suite' | 'engine' | 'actions' | 'now'>;
interface Found {
  readonly id: string;
  readonly verifiedBy: Verification;
  readonly level: Level;
  readonly nameHash: string | null;
  readonly hasPhone: boolean;
  readonly firmName: string | null;
  readonly representativeHash: string | null;
}
const COLUMNS = `id, verified_by as "verifiedBy", level, name ->> 'hash' as "nameHash", phone is not null as "hasPhone",
  firm_name as "firmName", representative ->> 'hash' as "representativeHash"`;

async function find(app: Admitting, told: Told): Promise<Found | undefined> {
  const kind = told.identityKind ?? 'resident';
  const [row] =
    told.kind === 'firm'
      ? await app.query(`select ${COLUMNS} from applicant where credit_code = $1 and state = 'registered'`, [
          checkedCreditCode(told.creditCode ?? ''),
        ])
      : await app.query(
          `select ${COLUMNS} from applicant
            where identity_kind = $1 and identity ->> 'hash' = $2 and state = 'registered'`,
          [kind, app.suite.lookUp(checkedIdentity(kind, told.identity ?? '').plain, 'identity')],
        );
  return row as unknown as Found | undefined;
}

const perform = (app: Admitting, verb: string, id: string | null, input: Readonly<Record<string, unknown>>) =>
  app.engine.perform({
    action: getAction(app, 'applicant', verb),
    id,
    input,
    by: SYSTEM,
    now: app.now(),
    key: null,
    ifMatch: null,
  });

/** What of the province's word is news about somebody who is here already; nothing when nothing is. */
function newsOf(app: Admitting, found: Found, told: Told): Readonly<Record<string, unknown>> | null {
  const hashOf = (name: string): string => app.suite.lookUp(name, 'name');
  const { name, representative, firmName, phone, level } = told;
  const news = {
    ...(name !== undefined && hashOf(name) !== found.nameHash ? { name } : {}),
    ...(representative !== undefined && hashOf(representative) !== found.representativeHash
      ? { representative }
      : {}),
    ...(firmName !== undefined && firmName !== found.firmName ? { firmName } : {}),
    ...(phone !== undefined && !found.hasPhone ? { phone } : {}),
  };
  const isSurer = found.verifiedBy === 'none' || !reaches(found.level, level);
  return isSurer || Object.keys(news).length > 0 ? { ...news, level } : null;
}

/**
 * A name that a clerk typed and the province does not know may mean that the number was typed wrong: then the row, and
 * what hangs on it, is somebody else's.
 */
function refuseOtherName(app: Admitting, found: Found, { name }: Told): void {
  if (name === undefined || found.verifiedBy === 'province') return;
  if (app.suite.lookUp(name, 'name') !== found.nameHash) refuse('applicants.name-differs');
}

async function admitOnce(app: Admitting, told: Told): Promise<{ readonly id: string }> {
  const found = await find(app, told);
  if (!found) return (await perform(app, 'provision', null, { ...told })).row;
  refuseOtherName(app, found, told);
  const news = newsOf(app, found, told);
  if (news) await perform(app, 'confirm', found.id, news);
  return found;
}

/** The applicant whom the province vouches for: found by the document's number or the firm's code, else made. */
export async function admit(app: Admitting, told: Told): Promise<{ readonly id: string }> {
  try {
    return await admitOnce(app, told);
  } catch (error) {
    // Two first sign-ins at one moment: the other one has made the row.
    if (error instanceof Refusal && error.code === 'lib.duplicate') return admitOnce(app, told);
    throw error;
  }
}
