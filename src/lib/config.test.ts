import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigFault, printSettings, readConfig } from './config.ts';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
  return [];
}

test('an empty environment gives every default', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDirectory: resolve('data'),
    tenant: 'junshan',
    databaseUrl: undefined,
    databaseMigrationUrl: undefined,
    databasePoolMax: 10,
    demoPassword: undefined,
    publicUrl: undefined,
    signInIssuer: undefined,
    signInClient: undefined,
    signInSecret: undefined,
    simulates: 'yes',
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', YICHUANG_TENANT: ' ' })).toMatchObject({ port: 8080, tenant: 'junshan' });
});

test('settings are typed', () => {
  const config = readConfig({ PORT: '0', DATABASE_URL: 'postgres://a:b@h/d', DATABASE_POOL_MAX: '4' });
  expect(config).toMatchObject({ port: 0, databaseUrl: 'postgres://a:b@h/d', databasePoolMax: 4 });
});

test('all faults are listed together', () => {
  const faults = faultsOf({
    PORT: '80a',
    DATABASE_POOL_MAX: '1',
    YICHUANG_TENANT: 'Pg',
    YICHUANG_DEMO_PASSWORD: '1',
  });
  expect(faults.map((fault) => fault.split('（')[0])).toEqual([
    'PORT',
    'YICHUANG_TENANT',
    'DATABASE_POOL_MAX',
    'YICHUANG_DEMO_PASSWORD',
  ]);
});

test.each(['public', 'pg_temp', 'information_schema', 'a-b', '1a', 'a"b', 'x'.repeat(41)])(
  'the tenant %s is refused',
  (name) => expect(faultsOf({ YICHUANG_TENANT: name })).toHaveLength(1),
);

test('an owner without a server makes no sense', () => {
  expect(faultsOf({ DATABASE_MIGRATION_URL: 'postgres://o@h/d' })).toEqual([
    'DATABASE_MIGRATION_URL：只能与 DATABASE_URL 一起使用',
  ]);
});

const platform = {
  YICHUANG_PUBLIC_URL: 'https://spj.example.gov.cn/',
  YICHUANG_OIDC_ISSUER: 'https://sso.example.gov.cn/oidc',
  YICHUANG_OIDC_CLIENT_ID: 'yichuang',
  YICHUANG_OIDC_CLIENT_SECRET: 's',
};
test('the province’s platform is told whole, and only over a closed line', () => {
  expect(readConfig(platform)).toMatchObject({
    publicUrl: 'https://spj.example.gov.cn',
    signInIssuer: 'https://sso.example.gov.cn/oidc',
  });
  expect(faultsOf({ YICHUANG_OIDC_ISSUER: platform.YICHUANG_OIDC_ISSUER })).toEqual([
    'YICHUANG_OIDC_CLIENT_ID：使用省统一身份认证时必填',
    'YICHUANG_OIDC_CLIENT_SECRET：使用省统一身份认证时必填',
    'YICHUANG_PUBLIC_URL：使用省统一身份认证时必填',
  ]);
  expect(faultsOf({ ...platform, YICHUANG_OIDC_ISSUER: 'http://sso.example.gov.cn' })).toHaveLength(1);
  expect(faultsOf({ ...platform, YICHUANG_OIDC_ISSUER: 'http://127.0.0.1:9' })).toEqual([]);
});

test('a fault never shows the value, which may hold a password', () => {
  expect(faultsOf({ DATABASE_URL: 'mysql://root:topsecret@h/d' }).join()).not.toContain('topsecret');
});

test('every setting is documented with its default', () => {
  const printed = printSettings();
  expect(printed).toContain('| `PORT` | 8080 |');
  expect(printed.trim().split('\n')).toHaveLength(2 + 13);
});
