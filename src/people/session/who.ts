import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { SELF, STAFF } from '../roles.ts';

/** Who is signed in, as the desk shows it. */
export interface Who {
  readonly person: {
    readonly id: string;
    readonly name: string;
    /** Null for a token of the command line. */
    readonly account: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
    readonly isDemo: boolean;
  };
  readonly grants: readonly {
    readonly role: string;
    readonly title: string;
    readonly scope: string;
    readonly scopeName: string;
  }[];
}

export async function whoIs(app: Pick<App, 'query' | 'scopes' | 'modules'>, person: Person): Promise<Who> {
  const [row] = await app.query(
    'select number, organisation, is_demo as "isDemo" from account where id = $1',
    [person.id],
  );
  const tree = app.scopes() as OrganisationTree;
  const titles = new Map(app.modules.flatMap((module) => Object.entries(module.roles)));
  const organisation = (row?.['organisation'] ?? null) as string | null;
  return {
    person: {
      id: person.id,
      name: person.name,
      account: (row?.['number'] ?? null) as string | null,
      organisation: organisation === null ? null : { id: organisation, name: tree.nameOf(organisation) },
      isDemo: row?.['isDemo'] === true,
    },
    grants: person.grants
      .filter(({ role }) => role !== STAFF && role !== SELF)
      .map(({ role, scope }) => ({
        role,
        title: titles.get(role)?.title ?? role,
        scope,
        scopeName: tree.nameOf(scope),
      })),
  };
}
