/** What runs inside the child process: one job at a time, until the parent goes away. */
import { Refusal } from '#lib/refusal.ts';
import type { ChildAnswer, ChildOrder } from './child-message.ts';

async function answer({ job, input }: ChildOrder): Promise<ChildAnswer> {
  try {
    const module = (await import(job.module)) as Record<string, (input: unknown) => unknown>;
    const run = module[job.export];
    if (!run) throw new Error(`${job.module} does not export ${job.export}`);
    return { kind: 'result', result: await run(input) };
  } catch (fault) {
    if (fault instanceof Refusal) {
      return { kind: 'refusal', code: fault.code, facts: fault.facts, fields: fault.fields };
    }
    return {
      kind: 'fault',
      message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    };
  }
}

async function serve(order: ChildOrder): Promise<void> {
  const reply = await answer(order);
  try {
    process.send?.(reply);
  } catch (fault) {
    process.send?.({
      kind: 'fault',
      message: `result cannot be sent: ${String(fault)}`,
    } satisfies ChildAnswer);
  }
}

process.on('message', (order: ChildOrder) => void serve(order));
process.on('disconnect', () => process.exit(0));
