import {
  inject,
  onScopeDispose,
  provide,
  ref,
  shallowRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from 'vue';
import { asFault, send, type Fault } from '#desk/api/http.ts';
import { freshKey } from '#desk/api/key.ts';
import { clockTime } from '#desk/components/format.ts';
import { useNotice } from '#desk/stores/notice.ts';
import { useSession } from '#desk/stores/session.ts';
import type { Evaluation } from './model.ts';
import { fetchEvaluation } from './read.ts';

export interface Workbench {
  readonly evaluation: ShallowRef<Evaluation | null>;
  /** When something was last saved here; shown, so that nobody wonders. */
  readonly savedAt: Ref<string>;
  /** Who else has just changed it; empty when nobody. */
  readonly otherHand: Ref<string>;
  readonly load: () => Promise<void>;
  readonly may: (action: string) => boolean;
  /**
   * Performs a small change at once. It patches its own key on the server, so it takes no version: two people may fill
   * in different figures of one evaluation at the same time. Returns the fault, or null when it is saved.
   */
  readonly save: (action: string, body: unknown) => Promise<Fault | null>;
}

const bench: InjectionKey<Workbench> = Symbol('workbench');
const LOOK_EVERY_MS = 30_000;

export function provideWorkbench(key: string): Workbench {
  const evaluation = shallowRef<Evaluation | null>(null);
  const [savedAt, otherHand] = [ref(''), ref('')];
  const notice = useNotice();
  const session = useSession();
  const fetchIt = (): Promise<Evaluation> => fetchEvaluation(key);

  async function load(): Promise<void> {
    const found = await notice.guard(fetchIt);
    if (found) evaluation.value = found;
  }
  async function save(action: string, body: unknown): Promise<Fault | null> {
    try {
      await send('POST', `/api/evaluations/${evaluation.value!.id}/${action}`, { body, key: freshKey() });
    } catch (thrown) {
      return asFault(thrown);
    }
    await load();
    savedAt.value = clockTime(new Date());
    return null;
  }
  /** Two people in one report see each other: what another saved appears here, with the name. */
  async function look(): Promise<void> {
    if (document.hidden || !evaluation.value) return;
    const now = await fetchIt().catch(() => null);
    if (!now || now.version === evaluation.value.version) return;
    const last = now.timeline?.[0];
    if (last && last.person !== session.who?.person.name)
      otherHand.value = `${last.person} ${clockTime(new Date(last.at))} 办理了“${last.title}”，已显示最新内容`;
    evaluation.value = now;
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));

  const may = (action: string): boolean => evaluation.value?.actions.includes(action) ?? false;
  const made = { evaluation, savedAt, otherHand, load, may, save };
  provide(bench, made);
  return made;
}

export function useWorkbench(): Workbench & { readonly now: Evaluation } {
  const made = inject(bench)!;
  return {
    ...made,
    /** Pages of the workbench are shown only once it is loaded. */
    get now() {
      return made.evaluation.value!;
    },
  };
}
