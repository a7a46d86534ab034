import { sql } from 'kysely';
import type { App } from '#lib/app.ts';

/**
 * Reads with a plan made for what is asked. After five times the database would keep one plan for all questions, made for
 * an average word: over 60,000 letters 小区 then took twenty times as long.
 */
export const plannedAnew = <T>(app: App, read: (app: App) => Promise<T>): Promise<T> =>
  app.db.transaction().execute(async (db) => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(db);
    return read({ ...app, db });
  });
