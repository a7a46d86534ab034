import { text } from 'node:stream/consumers';
import {
  describeEvaluation,
  describeSuggestion,
  evaluateTopicFile,
  evaluateUnitFile,
  suggestFor,
} from '#hotline/assist/index.ts';
import { say } from '#lib/log.ts';
import { EXIT, print, printJson, UsageFault, type Command, type Values } from './command.ts';
import { readNamedFile } from './read-file.ts';

const named = (values: Values, name: string): string | undefined => values[name] as string | undefined;

async function bytesNamed(values: Values, name: string): Promise<Uint8Array | undefined> {
  const path = named(values, name);
  return path === undefined ? undefined : (await readNamedFile(path)).bytes;
}

function foldsOf(values: Values): number | undefined {
  const asked = named(values, 'folds');
  if (asked === undefined) return undefined;
  const folds = Number(asked);
  if (!Number.isInteger(folds) || folds < 2 || folds > 20)
    throw new UsageFault('--folds 应为 2 到 20 的整数，如 --folds 5');
  return folds;
}

const SHIPPED = 'shipped';
/** `--model shipped`, a file that `npm run train` wrote, or none: then the file of letters decides. */
async function modelOf(values: Values): Promise<Uint8Array | typeof SHIPPED | undefined> {
  return named(values, 'model') === SHIPPED ? SHIPPED : bytesNamed(values, 'model');
}

async function evaluate(values: Values, file: Uint8Array): Promise<void> {
  const found = evaluateTopicFile(
    file,
    { folds: foldsOf(values), model: await modelOf(values) },
    (done, total) => say(`  第 ${done} 折，共 ${total} 折`),
  );
  await printJson(found);
  say(describeEvaluation(found));
}

async function message(): Promise<string> {
  if (process.stdin.isTTY) say('请输入来信或来电内容，第一行可为标题，按 Ctrl-D 结束：');
  return text(process.stdin);
}

export const classify: Command = {
  name: 'classify',
  usage:
    '[--json] [--model F] [--units F] < 来信 | --evaluate F.jsonl [--folds N] [--model shipped|F] | --evaluate-units F.jsonl',
  about:
    '为标准输入中的一封来信推荐主题和承办单位，并说明依据。--units：以本地已办结工单（topic、place、type、source、unit）为据；--evaluate：在有主题的来信上评测，输出 JSON；--evaluate-units：在已办结事件上评测承办单位推荐',
  options: {
    json: { type: 'boolean' },
    evaluate: { type: 'string' },
    'evaluate-units': { type: 'string' },
    folds: { type: 'string' },
    model: { type: 'string' },
    units: { type: 'string' },
  },
  takes: [0, 0],
  run: async ({ values }) => {
    const letters = await bytesNamed(values, 'evaluate');
    const orders = await bytesNamed(values, 'evaluate-units');
    if (letters) await evaluate(values, letters);
    if (orders) await printJson(evaluateUnitFile(orders));
    if (letters || orders) return EXIT.done;
    const found = suggestFor(await message(), await modelOf(values), await bytesNamed(values, 'units'));
    await (values['json'] ? printJson(found) : print(describeSuggestion(found)));
    return EXIT.done;
  },
};
