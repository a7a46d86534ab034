import { resolve } from 'node:path';

/** What the program was told by its environment. Read once, at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDirectory: string;
  /** Also the name of the tenant's database schema. */
  readonly tenant: string;
  /** Absent: the embedded database is used. */
  readonly databaseUrl: string | undefined;
  /** The role that owns the tables; absent: the same as `databaseUrl`. */
  readonly databaseMigrationUrl: string | undefined;
  readonly databasePoolMax: number;
  /** Absent: a random one, kept in the data directory. */
  readonly demoPassword: string | undefined;
  /** How citizens reach this site, `https://host`; known from the day the province's platform sends people back here. */
  readonly publicUrl: string | undefined;
  /** The province's real-name platform (OpenID Connect); all three or none. */
  readonly signInIssuer: string | undefined;
  readonly signInClient: string | undefined;
  readonly signInSecret: string | undefined;
  /** Whether the demonstration comes with a simulated year: of hotline and counters, of the hotline alone, or none. */
  readonly simulates: 'yes' | 'hotline' | 'no';
}

/** All settings that are wrong, one sentence each, so that nobody repairs them one start at a time. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`配置有误，共 ${faults.length} 项：\n${faults.map((fault) => `  · ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

interface Setting<T> {
  readonly name: string;
  /** The value when the variable is absent or empty; undefined means "none". */
  readonly fallback: string | undefined;
  readonly about: string;
  /** Reads the text, or throws a SyntaxError that says in Chinese what is expected. */
  readonly read: (text: string) => T;
}

function wrong(expected: string): never {
  throw new SyntaxError(expected);
}

const wholeNumber = (from: number, to: number) => (text: string) => {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= from && value <= to ? value : wrong(`应为 ${from}–${to} 的整数`);
};

const text = (value: string) => value;
const YEARS = ['yes', 'hotline', 'no'] as const;
const yearsOf = (value: string) => YEARS.find((each) => each === value) ?? wrong('应为 yes、hotline 或 no');

function postgresUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) wrong('应形如 postgres://用户:密码@主机:5432/库名');
  return value;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Names and numbers of citizens go over it, so only a connection to the machine itself may be open. */
function safeUrl(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : wrong('应形如 https://主机');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname)))
    wrong('应以 https:// 开头');
  if (url.username || url.search || url.hash) wrong('不应含用户名、参数或片段');
  return url;
}

/** PostgreSQL keeps names that begin with pg_ for itself; `public` is shared by everybody. */
function tenantName(value: string): string {
  const taken = /^(public|information_schema|graphile_worker|pg_.*)$/.test(value);
  if (taken || !/^[a-z][a-z0-9_]{0,39}$/.test(value))
    wrong('应以小写字母开头，只含小写字母、数字和下划线，不超过 40 个字符，且不是保留名');
  return value;
}

function setting<T>(
  name: string,
  fallback: string | undefined,
  about: string,
  read: (text: string) => T,
): Setting<T> {
  return { name, fallback, about, read };
}

/** The tenant of the demonstration, and of who names none. */
export const DEMONSTRATION = 'junshan';

const settings = {
  port: setting('PORT', '8080', '网页和接口的端口', wholeNumber(0, 65_535)),
  host: setting('HOST', '127.0.0.1', '监听的地址；对外服务时改为 0.0.0.0 并放在反向代理之后', text),
  dataDirectory: setting('YICHUANG_DATA', './data', '数据目录：内嵌数据库、附件和密钥', (path) =>
    resolve(path),
  ),
  tenant: setting(
    'YICHUANG_TENANT',
    DEMONSTRATION,
    '租户（一个区县或市），同时是数据库模式的名称',
    tenantName,
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    undefined,
    '使用外部 PostgreSQL（15 及以上）；不填则启用内嵌数据库',
    postgresUrl,
  ),
  databaseMigrationUrl: setting(
    'DATABASE_MIGRATION_URL',
    undefined,
    '外部数据库中表的所有者，用于建表；不填则与 DATABASE_URL 相同，此时账本的只增权限可被绕过',
    postgresUrl,
  ),
  databasePoolMax: setting('DATABASE_POOL_MAX', '10', '数据库连接池的连接数上限', wholeNumber(2, 1000)),
  demoPassword: setting(
    'YICHUANG_DEMO_PASSWORD',
    undefined,
    '演示账号的密码；不填则随机生成，存于数据目录，仅本人可读',
    (value) => (value.length >= 8 ? value : wrong('至少 8 个字符')),
  ),
  publicUrl: setting(
    'YICHUANG_PUBLIC_URL',
    undefined,
    '群众访问本站的网址，如 https://主机；使用省统一身份认证时必填，回调地址是它加 /sign-in/province/callback',
    (value) => safeUrl(value).origin,
  ),
  signInIssuer: setting(
    'YICHUANG_OIDC_ISSUER',
    undefined,
    '省统一身份认证平台（OpenID Connect）的签发者网址；不填则不提供网上实名登录',
    (value) => safeUrl(value).href,
  ),
  signInClient: setting('YICHUANG_OIDC_CLIENT_ID', undefined, '本站在省统一身份认证平台的应用标识', text),
  signInSecret: setting('YICHUANG_OIDC_CLIENT_SECRET', undefined, '本站在省统一身份认证平台的应用密钥', text),
  simulates: setting(
    'YICHUANG_SIMULATE',
    'yes',
    '首次启动的演示数据是否包含模拟年度：yes（热线和办件，约两分钟）、hotline（只有热线，约四十秒）、no',
    yearsOf,
  ),
} as const;

const SIGN_IN = ['signInIssuer', 'signInClient', 'signInSecret', 'publicUrl'] as const;
const isSame = (one: string, other: string): boolean => /^\w+/.exec(one)?.[0] === /^\w+/.exec(other)?.[0];
/** Half a sign-in would fail for the first citizen; it fails at start instead. */
function signInFaults(read: Readonly<Record<string, unknown>>): readonly string[] {
  if (SIGN_IN.slice(0, 3).every((key) => read[key] === undefined)) return [];
  return SIGN_IN.filter((key) => read[key] === undefined).map(
    (key) => `${settings[key].name}：使用省统一身份认证时必填`,
  );
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Every setting from the environment, typed. An empty variable counts as absent.
 * Throws one ConfigFault that lists everything wrong; a value is never printed, it may be a password.
 */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const get = <T>(one: Setting<T>): T | undefined => {
    const given = env[one.name]?.trim() || one.fallback;
    if (given === undefined) return undefined;
    try {
      return one.read(given);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push(`${one.name}（${one.about}）：${error.message}`);
      return undefined;
    }
  };
  const read = Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, get<unknown>(one)]));
  if (read['databaseMigrationUrl'] !== undefined && read['databaseUrl'] === undefined)
    faults.push('DATABASE_MIGRATION_URL：只能与 DATABASE_URL 一起使用');
  faults.push(...signInFaults(read).filter((fault) => !faults.some((said) => isSame(said, fault))));
  if (faults.length > 0) throw new ConfigFault(faults);
  return read as unknown as Config;
}

/** The table of settings for the documentation: name, default, meaning, as Markdown. */
export function printSettings(): string {
  const rows = Object.values(settings).map(
    (one) => `| \`${one.name}\` | ${one.fallback ?? '（无）'} | ${one.about} |`,
  );
  return ['| 变量 | 默认值 | 说明 |', '|---|---|---|', ...rows, ''].join('\n');
}
