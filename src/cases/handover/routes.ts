import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { App } from '#lib/app.ts';
import { importerOf, uploaded, uploadRoute } from '../reading/upload.ts';
import { importReceipts } from './import-receipts.ts';
import { recordReceipt } from './record-receipt.ts';

/** `POST /api/handovers/receipts/import` (multipart `file`). */
export async function handoverRoutes(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async (own) => {
    await own.register(multipart);
    const imported = uploadRoute(
      '导入回执',
      '办理地的回执清单；正确的行登记，有误的逐行列出；重复导入不产生变化',
      'handovers.import-receipts',
    );
    own.post('/api/handovers/receipts/import', imported, async (request) => {
      const by = await importerOf(app, request, recordReceipt);
      return importReceipts(app, await uploaded(request), { by });
    });
  });
}
