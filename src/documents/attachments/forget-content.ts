import type { Reaction } from '#lib/module.ts';
import { attachmentStore, forgetUnused, withContent } from './keeping.ts';

/** After an attachment was erased its content goes too, unless another attachment has the same. */
export const forgetContent: Reaction = {
  after: 'attachment.erase',
  name: 'documents.forget-content',
  react: async ({ subject }, app) => {
    const [row] = await app.query('select sha256 from attachment where id = $1', [subject]);
    const name = row!['sha256'] as string;
    await withContent(app, name, (query) => forgetUnused(attachmentStore(app), name, query));
  },
};
