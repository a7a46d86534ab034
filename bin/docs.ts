/* `npm run docs`: writes the generated documents. A test compares them with the declarations. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { statesPage } from '#lib/docs/states.ts';
import { permissionMatrix } from '#people/index.ts';
import { modules } from '../src/modules.ts';

const docs = resolve(import.meta.dirname, '../docs');
writeFileSync(resolve(docs, 'permissions.md'), permissionMatrix(modules));
writeFileSync(resolve(docs, 'states.md'), statesPage(modules));
