import { expect, test } from 'vitest';
import { verifyApp } from '#ledger/index.ts';
import { catalogueOffice } from '../testing/office.ts';
import { settleItems } from '../settling/loop.ts';
import { seedCatalogue } from './seed.ts';

test('the demonstration is published by the ordinary actions, once, and the windows know what they take', async () => {
  const { app, close } = await catalogueOffice();
  try {
    // 43 of the district and the city; four of the towns and three of the villages for each of the five towns.
    expect(await seedCatalogue(app)).toBe(43 + 7 * 5);
    expect(await seedCatalogue(app)).toBe(0);
    await settleItems(app);
    const [row] = await app.query(
      `select (select count(*) from item where state = 'published' and faults = 0 and is_complete) as items,
              (select count(*) from item where organisation is null) as orphans,
              (select count(*) from approval_section) as sections, (select count(*) from authority_letter) as letters,
              (select count(*) from approval_seal where state = 'in-use') as seals,
              (select count(*) from delegation where level = 'town') as towns,
              (select count(*) from delegation where level = 'village') as villages,
              (select count(*) from delegation where level = 'town' and counts_from is not null) as town_items,
              (select count(*) from delegation where level = 'village' and counts_from is not null) as village_items,
              (select count(*) from service_window) - (select count(*) from window_list) as unlisted,
              (select jsonb_array_length(departments) from window_list where kind = 'undifferentiated' limit 1) as departments`,
      [],
    );
    expect(row).toEqual({
      items: '78',
      orphans: '0',
      sections: '11',
      letters: '11',
      seals: '16',
      // Four items of each of the five towns, three of the villages of each
      towns: '20',
      villages: '15',
      // Each item counts once, however many towns have it.
      town_items: '4',
      village_items: '3',
      unlisted: '0',
      departments: 14,
    });
    expect(await verifyApp(app)).toMatchObject({ ok: true });
  } finally {
    await close();
  }
});
