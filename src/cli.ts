import { parseArgs } from 'node:util';
import { EXIT, print, UsageFault, type Command } from './cli/command.ts';
import { exitOf } from './cli/exit-code.ts';
import { PROGRAM } from './cli/program.ts';
import { commands } from './cli/commands.ts';
import { ConfigFault, readConfig } from '#lib/config.ts';
import { log, say } from '#lib/log.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';

const usageOf = (command: Command): string =>
  `  yichuang ${command.name} ${command.usage}\n      ${command.about}`;
const help = (): string =>
  ['一窗 Yichuang', '', ...commands.map(usageOf), '', '不写命令即为 serve。环境变量见 README。'].join('\n');

interface Chosen {
  readonly command: Command;
  readonly args: readonly string[];
}
function choose([first, ...rest]: readonly string[]): Chosen {
  const named = commands.find((command) => command.name === first);
  if (named) return { command: named, args: rest };
  if (first !== undefined && !first.startsWith('-')) throw new UsageFault(`没有「${first}」这个命令`);
  return {
    command: commands.find((command) => command.name === 'serve')!,
    args: first === undefined ? [] : [first, ...rest],
  };
}

function parsed({ command, args }: Chosen): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch {
    throw new UsageFault('参数有误');
  }
}

async function run(args: readonly string[]): Promise<number> {
  if (args[0] === 'help' || args[0] === '--help' || args[0] === '-h') {
    say(help());
    return EXIT.done;
  }
  if (args[0] === '--version' || args[0] === '-v') {
    await print(`${PROGRAM}\n`);
    return EXIT.done;
  }
  const chosen = choose(args);
  if (chosen.args.includes('--help') || chosen.args.includes('-h')) {
    say(usageOf(chosen.command));
    return EXIT.done;
  }
  const { values, positionals } = parsed(chosen);
  const [least, most] = chosen.command.takes;
  if (positionals.length < least || positionals.length > most)
    throw new UsageFault(`用法：\n${usageOf(chosen.command)}`);
  return chosen.command.run({ config: readConfig(process.env), values: values as never, positionals });
}

function codeOf(fault: unknown): number {
  if (fault instanceof UsageFault || fault instanceof ConfigFault) {
    say(fault instanceof UsageFault ? `${fault.message}\n用 yichuang help 查看全部命令` : fault.message);
    return EXIT.usage;
  }
  if (fault instanceof Refusal) {
    const { message, next } = refusalText(fault);
    say(`${message}。${next}。`);
    for (const field of fault.fields) say(`  ${field.path}：${field.message}`);
    return exitOf(fault.code);
  }
  log.error('command.fault', fault);
  say('程序出了问题，没有完成。请把上面一行记录交给维护人员。');
  return EXIT.internal;
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
process.exitCode = await run(process.argv.slice(2)).catch(codeOf);
