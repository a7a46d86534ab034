import { fromHeld, type Need } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import { organisationTree } from '#organisations/index.ts';
import { placeNamed } from '../places.ts';

interface Asking {
  readonly input: { readonly place?: string | undefined };
  readonly by: Person;
}
/**
 * `needs: { place: callPlace }`: where a call belongs before anything came of it: the place that was named, else the one
 * its agent answers for, else the whole district. With an order it belongs where that does.
 */
export const callPlace: Need<Asking, string | null> = fromHeld(
  organisationTree,
  (tree, { input, by }: Asking) => {
    if (input.place !== undefined) return placeNamed(tree, input.place).code;
    const own = by.grants.find(({ role, scope }) => role === 'hotline.agent' && tree.regions.has(scope));
    return own?.scope ?? tree.root?.code ?? null;
  },
);
