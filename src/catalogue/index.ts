import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { amendItem } from './item/amend.ts';
import { item, itemEdition } from './item/item.ts';
import { recordItem } from './item/record.ts';
import { cancelItem, publishItem, resumeItem, suspendItem } from './item/standing.ts';
import { comparedFields, typeDigits } from './settings.ts';
import { comparisonView } from './views/comparison.ts';
import { ratesView } from './views/rates.ts';
import { remarksView } from './views/remarks.ts';
import './refusals.ts';

export { importItems } from './reading/import-items.ts';

/** 事项目录 — what may be applied for: items by the national element list, their editions, checks and comparison. */
export const catalogue = module({
  name: 'catalogue',
  title: '事项目录',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [item, itemEdition],
  actions: [recordItem, amendItem, publishItem, suspendItem, resumeItem, cancelItem],
  views: [remarksView, comparisonView, ratesView],
  settings: [typeDigits, comparedFields],
  roles: {
    'catalogue.editor': { title: '事项编目员', scope: 'region' },
    'catalogue.publisher': { title: '事项发布员', scope: 'region' },
  },
});
