import { held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';

/** The topics in use, for finding one by what a person or another system calls it. */
export interface Topics {
  readonly paths: ReadonlySet<string>;
  /** Every way to say a topic (path, city's or national code, a name that only one has) → its path. */
  readonly bySpoken: ReadonlyMap<string, string>;
  /** Paths that share a name, for the refusal of an ambiguous one. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** An everyday word → the topics it may mean. It never decides which: 漏水 is the roof's or the pipe's. */
  readonly byWord: ReadonlyMap<string, readonly string[]>;
}
interface Listed {
  readonly name: string;
  readonly topicPath: string;
  readonly spokenAs: string | null;
  readonly nationalCode: string | null;
  readonly cityCode: string | null;
}

/** The index over these topics. A name several share is none of them, unless it is a first level. */
function topicsOf(rows: readonly Listed[]): Topics {
  const byName = Map.groupBy(rows, (row) => row.name);
  const bySpoken = new Map<string, string>();
  for (const [name, all] of byName) if (all.length === 1) bySpoken.set(name, all[0]!.topicPath);
  for (const row of rows) {
    bySpoken.set(row.topicPath, row.topicPath);
    for (const code of [row.nationalCode, row.cityCode]) if (code !== null) bySpoken.set(code, row.topicPath);
  }
  const words = rows.flatMap(({ topicPath, spokenAs }) =>
    (spokenAs?.split('、') ?? []).map((word) => ({ word, topicPath })),
  );
  const byWord = Map.groupBy(words, ({ word }) => word);
  return {
    byWord: new Map([...byWord].map(([word, all]) => [word, all.map(({ topicPath }) => topicPath)])),
    paths: new Set(rows.map((row) => row.topicPath)),
    bySpoken,
    byName: new Map([...byName].map(([name, all]) => [name, all.map((row) => row.topicPath)])),
  };
}

async function loadTopics(db: Reader): Promise<Topics> {
  const rows = await db
    .selectFrom('hotline_topic')
    .select(['name', 'topicPath', 'spokenAs', 'nationalCode', 'cityCode'])
    .where('state', '=', 'active')
    .orderBy('topicPath')
    .execute();
  return topicsOf(rows as unknown as readonly Listed[]);
}

/** 主题 — in memory of every process. */
export const heldTopics = held<Topics>({
  name: 'hotline-topics',
  load: loadTopics,
  reloadOn: ['hotline-topic'],
});
