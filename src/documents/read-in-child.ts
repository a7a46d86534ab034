import type { ChildLimits } from './child-process.ts';
import type { Extracted } from './extracted.ts';
import { inMegabytes, readLimits } from './limits.ts';
import { readDocument } from './read.ts';
import { runInChild } from './run-in-child.ts';
import { refuse } from '#lib/refusal.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The job itself; runs inside the child, which finds it by its name.
 * @public
 */
export const readFileJob = ({ name, bytes }: File): Promise<Extracted> => readDocument(bytes, { name });

/** {@link readDocument} for untrusted bytes, in a child process with limits of time and memory. */
export async function readInChild(
  bytes: Uint8Array,
  { name, limits }: { readonly name: string; readonly limits?: ChildLimits },
): Promise<Extracted> {
  if (bytes.length > readLimits.fileBytes) {
    refuse('documents.too-large', { name, limit: inMegabytes(readLimits.fileBytes) });
  }
  const job = { module: import.meta.url, export: 'readFileJob' };
  return runInChild<Extracted>(job, { name, bytes } satisfies File, limits);
}
