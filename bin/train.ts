/* `npm run train -- FILE [--out F]`: learns the topics from letters whose topics are known, and writes the model. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stage } from '#lib/progress.ts';
import { say } from '#lib/log.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { readNamedFile } from '../src/cli/read-file.ts';
import { trainTopics } from '../src/hotline/assist/topics/train.ts';
import { heldOutPath, modelPath } from '../src/hotline/assist/topics/shipped.ts';

const heldOutBeside = (path: string): string =>
  path === modelPath ? heldOutPath : path.replace(/(\.model)?$/, '.held-out.model');

async function train(file: string, out: string): Promise<void> {
  const { bytes } = await readNamedFile(file);
  const { model, heldOut, marks, letters } = await stage('训练', (report) => trainTopics(bytes, report));
  writeFileSync(out, model);
  writeFileSync(heldOutBeside(out), heldOut);
  say(
    `${letters} 件来信；五折交叉验证宏平均 F1 ${marks.macroF1.toFixed(4)}，准确率 ${marks.accuracy.toFixed(4)}`,
  );
  say(
    `已写入 ${out}（${Math.round(model.length / 1024)} KB）和 ${heldOutBeside(out)}（${Math.round(heldOut.length / 1024)} KB）`,
  );
}

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined || positionals.length > 1) {
  say('用法：npm run train -- FILE [--out F]');
  process.exit(64);
}
try {
  await train(file, values.out ?? modelPath);
} catch (fault) {
  if (!(fault instanceof Refusal)) throw fault;
  const { message, next } = refusalText(fault);
  say(`${message}。${next}。`);
  process.exitCode = 2;
}
