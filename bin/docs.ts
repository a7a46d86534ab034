/* `npm run docs`: writes the generated documents, and the diagrams in the modules' READMEs. Tests compare them with the declarations. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { statesPage, withStates } from '#lib/docs/states.ts';
import { permissionMatrix } from '#people/index.ts';
import { modules } from '../src/modules.ts';

const docs = resolve(import.meta.dirname, '../docs');
writeFileSync(resolve(docs, 'permissions.md'), permissionMatrix(modules));
writeFileSync(resolve(docs, 'states.md'), statesPage(modules));
for (const { name } of modules) {
  const readme = resolve(docs, '../src', name, 'README.md');
  if (existsSync(readme)) writeFileSync(readme, withStates(readFileSync(readme, 'utf8'), modules));
}
