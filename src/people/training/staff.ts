import { held } from '#lib/action/need.ts';

/** The names of all accounts by their id. */
export type StaffNames = ReadonlyMap<string, string>;

export const staffNames = held<StaffNames>({
  name: 'people.staff-names',
  load: async (db) => {
    const rows = await db.selectFrom('account').select(['id', 'name']).execute();
    return new Map(rows.map((each) => [each['id'] as string, each['name'] as string]));
  },
  reloadOn: ['account'],
});
