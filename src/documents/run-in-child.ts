import type { ChildProcess } from 'node:child_process';
import { Refusal } from '#lib/refusal.ts';
import './refusals.ts';
import type { ChildAnswer, ChildJob, ChildOrder } from './child-message.ts';
import { withChild } from './child-pool.ts';
import { childLimits, residentMegabytes, type ChildLimits } from './child-process.ts';

/**
 * Runs a job on untrusted input in a child process and answers with its result. A job that refuses, refuses here too; a
 * crash, too much time or too much memory becomes `documents.unreadable` with the reason (the fault itself is its
 * `cause`, for the log). Input and result survive structured cloning.
 *
 * @example
 * const findings = await runInChild<Findings>(
 *   { module: import.meta.resolve('./audit-file.ts'), export: 'auditFile' },
 *   { name: 'report.docx', bytes },
 * );
 */
export function runInChild<Result>(
  job: ChildJob,
  input: { readonly name: string; readonly [more: string]: unknown },
  limits: ChildLimits = childLimits,
): Promise<Result> {
  return withChild(limits, async (child) => {
    const answer = await ask(child, { job, input }, limits);
    if (answer.kind === 'result') return answer.result as Result;
    if (answer.kind === 'refusal') throw new Refusal(answer.code, answer.facts, { fields: answer.fields });
    throw unreadable(input.name, '内容结构有误', answer.message);
  });

  function ask(child: ChildProcess, order: ChildOrder, { milliseconds, megabytes }: ChildLimits) {
    return new Promise<ChildAnswer>((resolve, reject) => {
      const stop = (reason: string, message: string): void => {
        end();
        child.kill('SIGKILL');
        reject(unreadable(input.name, reason, message));
      };
      const tooLarge = (): void => stop(`所需内存超过 ${megabytes} MB`, 'memory limit');
      const timer = setTimeout(() => stop(`处理超过 ${milliseconds / 1000} 秒`, 'time limit'), milliseconds);
      const watch = setInterval(() => residentMegabytes(child) > megabytes && tooLarge(), 50);
      const onMessage = (answer: ChildAnswer): void => {
        end();
        resolve(answer);
      };
      // V8 aborts when its heap is full; it is the one way in which a child of ours ends by itself.
      const onExit = (code: number | null, signal: string | null): void =>
        signal === 'SIGABRT' || code === 134
          ? tooLarge()
          : stop('读取程序意外中止', `exit ${code ?? signal}`);
      const end = (): void => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit);
      };
      child.on('message', onMessage).on('exit', onExit);
      child.send(order, (fault) => fault && stop('读取程序未能启动', fault.message));
    });
  }
}

const unreadable = (name: string, reason: string, message: string): Refusal =>
  Object.assign(new Refusal('documents.unreadable', { name, reason }), { cause: new Error(message) });
