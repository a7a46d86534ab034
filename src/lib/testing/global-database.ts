import { clearTestDatabases, testServer } from './database.ts';

/** For `globalSetup` of vitest: keeps the test server up for the length of the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await testServer();
  await clearTestDatabases(server);
  return () => server.leave();
}
