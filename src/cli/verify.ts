import { verifyApp } from '#ledger/index.ts';
import { say } from '#lib/log.ts';
import { verifyBundle } from '#performance/index.ts';
import type { Running } from '../main.ts';
import { EXIT, printJson, type Command } from './command.ts';
import { readNamedFile } from './read-file.ts';
import { withApp } from './with-app.ts';

function holdsJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

async function verifyFile(path: string, isJson: boolean): Promise<number> {
  const { bytes } = await readNamedFile(path);
  if (!holdsJson(bytes)) {
    say('这个文件不是报告包：内容不是 JSON。请给出 yichuang bundle 生成的文件。');
    return EXIT.unreadable;
  }
  const verdict = verifyBundle(bytes);
  if (isJson) await printJson(verdict);
  else say(verdict.ok ? `报告包完好：${verdict.summary}` : `报告包不可信：${verdict.firstBad?.why ?? ''}`);
  return verdict.ok ? EXIT.done : EXIT.found;
}

export const verify: Command = {
  name: 'verify',
  usage: '[BUNDLE] [--json]',
  about:
    '核验账本：每一条目、每一区块、每一记录；给出文件时离线核验已签名的报告包。退出码：0 完好，1 有问题，2 不是报告包',
  options: { json: { type: 'boolean' } },
  takes: [0, 1],
  run: async ({ config, values, positionals }) => {
    const isJson = values['json'] === true;
    if (positionals[0] !== undefined) return verifyFile(positionals[0], isJson);
    const check = async (app: Running): Promise<number> => {
      const verdict = await verifyApp(app);
      if (isJson) await printJson(verdict);
      for (const warning of verdict.warnings) say(`注意：${warning}`);
      const { entries, blocks, unsealed, firstBad } = verdict;
      say(
        firstBad
          ? `账本有问题，最早一处在第 ${firstBad.seq} 条：${firstBad.why}`
          : `账本完好：${entries} 条，${blocks} 个区块，${unsealed} 条尚未封存`,
      );
      return verdict.ok ? EXIT.done : EXIT.found;
    };
    return withApp(config, check, 'proves');
  },
};
