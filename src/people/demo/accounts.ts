import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import type { Role } from '#lib/module.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { HeldGrant } from '../grants.ts';
import { isPassword } from '../password/hashing.ts';
import { rolesOf } from '../roles.ts';
import { demoNames } from './names.ts';

/** One demo account, as printed at every start. */
export interface DemoAccount {
  readonly account: string;
  readonly role: string;
  readonly title: string;
  /** Every role the account holds, as it stands now: the one it is named for first. */
  readonly holds: readonly { readonly title: string; readonly scopeName: string }[];
}
type Seeding = Pick<App, 'actions' | 'engine' | 'query' | 'now' | 'scopes' | 'modules'>;

const BUREAU = '区行政审批服务局';
/** Who examines, decides and seals does it for a department that many apply to. */
const DECIDING = '区市场监督管理局';
const OFFICES: Readonly<Record<string, string>> = {
  'cases.approver': DECIDING,
  'cases.decider': DECIDING,
  'cases.head': DECIDING,
  'cases.sealer': DECIDING,
  'cases.utility': '区自来水公司',
  'hotline.handler': '区城市管理和综合执法局',
};
/** Where the demo people work: the finance bureau for its own roles, else the approval bureau. */
const officeName = (role: string): string =>
  role.startsWith('finance.') ? '区财政局' : (OFFICES[role] ?? BUREAU);

/**
 * What a demo person may besides: who writes the evaluation follows its figures down to orders, cases and entries; who
 * takes a call down may hand it on at once, as in a small office.
 */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  'hotline.agent': ['hotline.dispatcher'],
  'performance.writer': ['hotline.supervisor', 'cases.inspector', 'ledger.auditor'],
};

/**
 * A role over the tenant is over all; over regions, the district; over an organisation, the office of its holder. The
 * administrator also looks after accounts that belong to no office.
 */
function scopeOf(name: string, role: Role, tree: OrganisationTree, office: string | null): string {
  if (role.scope === 'tenant' || name === 'people.administrator') return '';
  const district = tree.root?.code ?? '';
  return role.scope === 'organisation' ? (office ?? district) : district;
}

type Input = Readonly<Record<string, unknown>>;
const perform = (app: Seeding, verb: string, id: string | null, input: Input) =>
  app.engine.perform({
    action: getAction(app, 'account', verb),
    id,
    input,
    by: SYSTEM,
    now: app.now(),
    key: null,
    ifMatch: null,
  });

/** The password of an existing demo account is made the printed one; a disabled account stays as it is. */
async function renew(
  app: Seeding,
  found: Readonly<Record<string, unknown>>,
  password: string,
): Promise<void> {
  if (found['is_demo'] !== true || found['state'] !== 'active') return;
  if (await isPassword(found['password'] as string | null, password)) return;
  await perform(app, 'renew-password', found['id'] as string, { password });
}

/**
 * One account per role of all modules, with this password. May run at every start: what is there stays, new roles get
 * their account. Returns the accounts in the order of the roles.
 */
export async function seedDemoAccounts(app: Seeding, password: string): Promise<readonly DemoAccount[]> {
  const tree = app.scopes() as OrganisationTree;
  const idOf = (name: string): string | null =>
    [...tree.organisations.values()].find((each) => each.name === name)?.id ?? null;
  const roles = rolesOf(app.modules);
  const there = await app.query('select id, number, state, password, is_demo from account', []);
  const seed = async ([name, account]: readonly [string, string]): Promise<Omit<DemoAccount, 'holds'>> => {
    const role = roles.get(name)!;
    const office = idOf(officeName(name)) ?? idOf(BUREAU);
    const scope = scopeOf(name, role, tree, office);
    const besides = (BESIDES[name] ?? []).flatMap((each) => {
      const more = roles.get(each);
      return more ? [{ role: each, scope: scopeOf(each, more, tree, office) }] : [];
    });
    const found = there.find((each) => each['number'] === account);
    if (found) await renew(app, found, password);
    else
      await perform(app, 'provision', null, {
        account,
        name: `${role.title}（演示）`,
        ...(office === null ? {} : { organisation: office }),
        grants: [{ role: name, scope }, ...besides],
        password,
        isDemo: true,
      });
    return { account, role: name, title: role.title };
  };
  const seeded = await Promise.all([...demoNames(roles)].map(seed));
  const now = await app.query('select number, grants from account', []);
  const grantsOf = new Map(now.map((row) => [row['number'], row['grants'] as readonly HeldGrant[]]));
  const titled = ({ role, scope }: HeldGrant) => ({
    title: roles.get(role)?.title ?? role,
    scopeName: tree.nameOf(scope),
  });
  return seeded.map((each) => ({
    ...each,
    holds: (grantsOf.get(each.account) ?? [])
      .toSorted((a, b) => Number(b.role === each.role) - Number(a.role === each.role))
      .map(titled),
  }));
}
