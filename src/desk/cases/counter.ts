import { NOTHING, type Written } from './application.ts';

type Held = { readonly role: string; readonly scope: string };
const ROLE = 'cases.clerk';
const placeOf = (account: string): string => `yichuang.cases.counter.${account}`;

/** Where this clerk sits, remembered in this browser; at first the place that the role is held for. Nothing of a person. */
export const counterFor = (account: string, grants: readonly Held[]) => ({
  read(): Written {
    const own = grants.find(({ role }) => role === ROLE)?.scope ?? '';
    const text = localStorage.getItem(placeOf(account));
    const kept = text === null ? {} : (JSON.parse(text) as Partial<Written>);
    return { ...NOTHING, place: own, ...kept };
  },
  write: ({ place, channel, windowType, window }: Written): void =>
    localStorage.setItem(placeOf(account), JSON.stringify({ place, channel, windowType, window })),
});
