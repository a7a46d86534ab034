import type { Reader } from '#lib/db/reader.ts';

/** A topic as foreign clients know it: the national code (GB/T 39666) where the place has mapped it, else its number. */
export interface Service {
  readonly code: string;
  readonly path: string;
  readonly isActive: boolean;
}

/** Every topic with its code. A national code that several topics share names none of them: each keeps its number. */
export async function listServices(db: Reader): Promise<readonly Service[]> {
  const rows = await db
    .selectFrom('hotline_topic')
    .select(['number', 'nationalCode', 'topicPath', 'state'])
    .orderBy('topicPath')
    .execute();
  const shared = Map.groupBy(rows, (row) => row['nationalCode'] as string | null);
  return rows.map((row) => {
    const national = row['nationalCode'] as string | null;
    const isOwn = national !== null && shared.get(national)!.length === 1;
    return {
      code: isOwn ? national : (row['number'] as string),
      path: row['topicPath'] as string,
      isActive: row['state'] === 'active',
    };
  });
}
