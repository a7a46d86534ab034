import { Refusal, refusalText } from '../refusal.ts';
import { clearTestDatabases, testServer } from './database.ts';

/** For `globalSetup` of vitest: keeps the test server up for the length of the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await testServer().catch(inPlainWords);
  await clearTestDatabases(server);
  return () => server.leave();
}

/** What stands in the way of the test server is mostly the machine's doing: a sentence helps, a stack does not. */
function inPlainWords(fault: unknown): never {
  if (!(fault instanceof Refusal)) throw fault;
  const { message, next } = refusalText(fault);
  throw Object.assign(new Error(`${message}。${next}。`), { stack: '' });
}
