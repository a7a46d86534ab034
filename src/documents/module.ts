import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { attach } from './attachments/attach.ts';
import { attachment } from './attachments/attachment.ts';
import { erase } from './attachments/erase.ts';
import { forgetContent } from './attachments/forget-content.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { attachmentsView, attachmentView } from './attachments/views.ts';

/**
 * 材料与附件 — files kept for records. Not in `index.ts`, which readers and writers in child processes load: they need
 * neither routes nor nouns.
 */
export const documents = module({
  name: 'documents',
  title: '材料与附件',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [attachment],
  actions: [attach, erase],
  views: [attachmentsView, attachmentView],
  roles: { 'documents.archivist': { title: '档案管理员', scope: 'region' } },
  reactions: [forgetContent],
  routes: attachmentRoutes,
});
