import { issueToken } from '#people/index.ts';
import { EXIT, print, printJson, UsageFault, type Command } from './command.ts';
import { withApp } from './with-app.ts';

const LONGEST_DAYS = 365;

function readDays(text: unknown): number {
  const days = text === undefined ? 90 : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    throw new UsageFault(`--days 应为 1 至 ${LONGEST_DAYS} 的整数`);
  return days;
}

/** No limit must be said, not forgotten. */
function readScope(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '')
    throw new UsageFault('请用 --scope 给出区划代码或机构标识；不限范围请写 --scope all');
  return text === 'all' ? '' : text;
}

export const token: Command = {
  name: 'token',
  usage: '--role R… --scope CODE|all [--days N] [--json]',
  about: '签发一个访问令牌；角色可写多个，范围是区划代码或机构标识，不限范围须写明 all',
  options: {
    role: { type: 'string', multiple: true },
    scope: { type: 'string' },
    days: { type: 'string' },
    json: { type: 'boolean' },
  },
  // `--role a b c` leaves b and c as positionals: they are roles too.
  takes: [0, 50],
  run: ({ config, values, positionals }) => {
    const roles = [...((values['role'] as readonly string[] | undefined) ?? []), ...positionals];
    if (roles.length === 0) throw new UsageFault('请用 --role 给出角色');
    const scope = readScope(values['scope']);
    const days = readDays(values['days']);
    return withApp(
      config,
      async (app) => {
        const issued = await issueToken(app, { roles, scope, days });
        if (values['json']) await printJson(issued);
        else await print(`${issued.token}\n`);
        return EXIT.done;
      },
      'writes',
    );
  },
};
