import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { get, Refused, send } from '#desk/api/http.ts';
import { forgetOffline } from '#desk/offline/offline.ts';

/** Who is signed in, as `GET /api/session` says. */
export interface Who {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly account: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
    readonly isDemo: boolean;
  };
  readonly grants: readonly {
    readonly role: string;
    readonly title: string;
    readonly scope: string;
    readonly scopeName: string;
  }[];
}

export const useSession = defineStore('session', () => {
  const who = ref<Who | null>(null);
  const isKnown = ref(false);

  async function load(): Promise<void> {
    who.value = await get<Who>('/api/session').catch((thrown: unknown) => {
      if (thrown instanceof Refused && thrown.fault.status === 401) return null;
      throw thrown;
    });
    isKnown.value = true;
  }
  async function signIn(account: string, password: string): Promise<void> {
    await forgetOffline();
    who.value = await send<Who>('POST', '/api/session', { body: { account, password } });
  }
  async function signOut(): Promise<void> {
    await forgetOffline();
    await send('DELETE', '/api/session').catch(() => undefined);
    who.value = null;
  }
  const roles = computed(() => new Set(who.value?.grants.map((grant) => grant.role) ?? []));
  return { who, isKnown, roles, load, signIn, signOut };
});
