import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { get } from '#desk/api/http.ts';
import type { ActionShown, NounShown, Program } from '#desk/api/program.ts';

/** The program's description of itself, as far as this person may use it. Loaded once per sign-in. */
export const useProgram = defineStore('program', () => {
  const program = shallowRef<Program | null>(null);

  async function load(): Promise<void> {
    program.value = await get<Program>('/api/program');
  }
  function forget(): void {
    program.value = null;
  }
  const nounAt = (path: string): NounShown | undefined =>
    program.value?.nouns.find((noun) => noun.path === path);
  const noun = (name: string): NounShown | undefined =>
    program.value?.nouns.find((each) => each.name === name);
  const action = (of: string, name: string): ActionShown | undefined =>
    program.value?.actions.find((each) => each.noun === of && each.name === name);
  const births = (of: string): readonly ActionShown[] =>
    program.value?.actions.filter((each) => each.noun === of && each.from === null) ?? [];
  const actionsOf = (of: string): readonly ActionShown[] =>
    program.value?.actions.filter((each) => each.noun === of) ?? [];
  /** Declared actions of a noun among these names, in the order the row gave them. */
  const open = (of: string, names: readonly string[]): readonly ActionShown[] =>
    names.flatMap((name) => action(of, name) ?? []);
  const roleTitle = (name: string): string => program.value?.roles[name]?.title ?? name;
  return { program, load, forget, nounAt, noun, action, births, actionsOf, open, roleTitle };
});
