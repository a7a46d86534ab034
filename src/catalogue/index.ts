import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { joined } from '#lib/part.ts';
import { itemPart } from './item/part.ts';
import './refusals.ts';

export { importItems } from './reading/import-items.ts';

/** 事项目录 — what may be applied for: items by the national element list, their editions, checks and comparison. */
export const catalogue = module({
  name: 'catalogue',
  title: '事项目录',
  migrations: join(import.meta.dirname, 'migrations'),
  ...joined([itemPart]),
  roles: {
    'catalogue.editor': { title: '事项编目员', scope: 'region' },
    'catalogue.publisher': { title: '事项发布员', scope: 'region' },
  },
});
