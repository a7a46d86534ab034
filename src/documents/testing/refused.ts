import { Refusal } from '#lib/refusal.ts';

/** The code of the refusal that `work` ends with; anything else that is thrown goes on. */
export async function refusedWith(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
  return 'not refused';
}
