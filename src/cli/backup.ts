import { join } from 'node:path';
import { backup as writeBackupFile } from '#lib/db/backup/write.ts';
import { restore as readBackupFile } from '#lib/db/backup/restore.ts';
import { forgetAnchor } from '#ledger/index.ts';
import { openDatabase } from '#lib/db/index.ts';
import { openSuite } from '#lib/keys.ts';
import { say } from '#lib/log.ts';
import { stage } from '#lib/progress.ts';
import { migrationSources } from '../modules.ts';
import { EXIT, printJson, type Called, type Command } from './command.ts';
import { PROGRAM } from './program.ts';

async function withDatabase<T>(
  { config }: Called,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, { closeOnSignals: true });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
const attachmentsOf = ({ config }: Called): string => join(config.dataDirectory, 'attachments');

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  about: '把本租户的全部数据与附件备份成一个文件（附清单与校验值）',
  options: { json: { type: 'boolean' } },
  takes: [1, 1],
  run: (called) =>
    withDatabase(called, async (database) => {
      const { publicKey } = openSuite(called.config.dataDirectory);
      const options = { program: PROGRAM, attachments: attachmentsOf(called), publicKey: publicKey() };
      const manifest = await stage('备份', (report) =>
        writeBackupFile(database, called.positionals[0]!, { ...options, report }),
      );
      if (called.values['json']) await printJson(manifest);
      say(
        `密钥不在备份里：请另行妥善保管 ${join(called.config.dataDirectory, 'keys')}，没有它脱敏数据无法还原，账本签名无法延续。`,
      );
      return EXIT.done;
    }),
};

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  about: '把备份恢复到一个空的租户（内嵌数据库，或 PostgreSQL 15 及以上）',
  options: { json: { type: 'boolean' } },
  takes: [1, 1],
  run: (called) =>
    withDatabase(called, async (database) => {
      const options = { sources: migrationSources, attachments: attachmentsOf(called) };
      const manifest = await stage('恢复', (report) =>
        readBackupFile(database, called.positionals[0]!, { ...options, report }),
      );
      // The last block remembered outside the database may be later than the backup's.
      forgetAnchor(called.config);
      if (called.values['json']) await printJson(manifest);
      say(`已恢复。请把原来的 keys 目录放到 ${called.config.dataDirectory} 下，再运行 yichuang verify。`);
      return EXIT.done;
    }),
};
