import { computed, ref } from 'vue';
import { asFault, upload, type Fault } from '#desk/api/http.ts';
import type { Finding } from '#desk/evaluation/model.ts';
import type { Audited, AuditResult } from './audit.ts';

/** One file on its way: waiting, sent so far, being read, read, or why not. */
export interface Reading {
  readonly file: File;
  readonly step: 'waiting' | 'sending' | 'reading' | 'read' | 'failed';
  readonly sent: number;
  readonly result: Audited | null;
  readonly fault: Fault | null;
}
/** So many the server compares in one request. */
const MOST_TOGETHER = 20;

/** Audits files one by one, so that one that cannot be read does not take the others with it; then compares them. */
export function useAudit() {
  const readings = ref<readonly Reading[]>([]);
  const together = ref<readonly Finding[]>([]);
  const isBusy = ref(false);
  const read = computed(() => readings.value.flatMap((each) => each.result ?? []));

  function set(file: File, change: Partial<Reading>): void {
    readings.value = readings.value.map((each) => (each.file === file ? { ...each, ...change } : each));
  }
  async function readOne(file: File): Promise<void> {
    set(file, { step: 'sending' });
    const onSent = (sent: number): void => set(file, { sent, step: sent < 1 ? 'sending' : 'reading' });
    try {
      const { files } = await upload<AuditResult>('/api/audits', [file], onSent);
      set(file, { step: 'read', result: files[0]! });
    } catch (thrown) {
      set(file, { step: 'failed', fault: asFault(thrown) });
    }
  }
  async function compare(): Promise<void> {
    const files = readings.value.filter((each) => each.result).map((each) => each.file);
    if (files.length < 2 || files.length > MOST_TOGETHER) return;
    const answer = await upload<AuditResult>('/api/audits', files, () => undefined).catch(() => null);
    together.value = answer?.together ?? [];
  }
  async function add(files: readonly File[]): Promise<void> {
    readings.value = [
      ...readings.value,
      ...files.map((file) => ({ file, step: 'waiting', sent: 0, result: null, fault: null }) as const),
    ];
    if (isBusy.value) return;
    isBusy.value = true;
    for (let next = waiting(); next; next = waiting()) await readOne(next.file);
    await compare();
    isBusy.value = false;
  }
  const waiting = (): Reading | undefined => readings.value.find((each) => each.step === 'waiting');
  function clear(): void {
    readings.value = [];
    together.value = [];
  }
  return { readings, together, read, isBusy, add, clear };
}
