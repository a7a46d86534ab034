import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatScopes, type Grant, type Person, type ScopeTree } from '#lib/action/person.ts';
import type { HeldValues } from '#lib/action/engine/held-values.ts';
import { getAction, type App } from '#lib/app.ts';
import { assemble, type Assembled } from '#lib/assemble.ts';
import type { Done } from '#lib/action/engine/engine.ts';
import { readConfig } from '#lib/config.ts';
import { uuidv7 } from '#lib/ids.ts';
import type { Module } from '#lib/module.ts';
import type { Instant } from '#lib/time.ts';
import { freshDatabase } from './database.ts';

/** A person out of thin air: `someone('张三', ['hotline.dispatcher', '430611'])`. */
export const someone = (
  name: string,
  ...grants: readonly (readonly [role: string, scope?: string])[]
): Person => ({
  id: uuidv7(),
  name,
  grants: grants.map(([role, scope = '']): Grant => ({ role, scope })),
});

interface Choices {
  readonly now?: () => Instant;
  readonly scopes?: (held: HeldValues) => ScopeTree;
  readonly authenticate?: (app: Omit<App, 'authenticate'>) => App['authenticate'];
}

/** The whole program on a fresh database of its own, with these modules and no loops running. Close it after. */
export async function testApp(modules: readonly Module[], choices: Choices = {}): Promise<Assembled> {
  const sources = modules.flatMap(({ name, migrations }) =>
    migrations ? [{ module: name, directory: migrations }] : [],
  );
  const database = await freshDatabase(sources);
  const directory = mkdtempSync(join(tmpdir(), 'yichuang-test-data-'));
  const app = await assemble({
    config: readConfig({ YICHUANG_DATA: directory }),
    database,
    modules,
    scopes: choices.scopes ?? (() => flatScopes),
    authenticate: choices.authenticate ?? (() => () => Promise.resolve(null)),
    ...(choices.now ? { now: choices.now } : {}),
  });
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...app, close };
}

/** Does actions the short way: `const act = acting(app); await act(person, 'work-order.dispatch', {…}, id)`. */
export const acting =
  (app: App) =>
  (
    by: Person,
    name: string,
    input: Readonly<Record<string, unknown>>,
    id: string | null = null,
  ): Promise<Done> => {
    const [noun = '', verb = ''] = name.split('.');
    return app.engine.perform({
      action: getAction(app, noun, verb),
      id,
      input,
      by,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  };
