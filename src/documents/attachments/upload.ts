import type { Done } from '#lib/action/engine/engine.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { attachmentType } from '../attachment-kind.ts';
import { fileNameOf } from '../store.ts';
import { attach } from './attach.ts';
import { keptName, refuseMisnamed } from './file-name.ts';
import { attachmentStore, forgetUnused, withContent } from './keeping.ts';
import type { Received } from './receive.ts';
import { getOpenSubject, scopeOf } from './subject.ts';

interface Sender {
  readonly by: Person;
  /** The client's Idempotency-Key. */
  readonly key: string | null;
}

/** Keeps a file and the row that speaks of it. The bytes come first: a row without its file would be a broken promise. */
export async function upload(app: App, received: Received, { by, key }: Sender): Promise<Done> {
  const { bytes, subjectNoun, subject } = received;
  const { row, isReleased } = await getOpenSubject({ subjectNoun, subject }, { by, app });
  const { kind, mediaType } = attachmentType(bytes, { name: received.name });
  refuseMisnamed(received.name, kind);
  const scope = scopeOf(row);
  const sha256 = fileNameOf(bytes);
  const input = {
    name: keptName(received.name, kind),
    kind,
    mediaType,
    size: bytes.length,
    sha256,
    subjectNoun,
    subject: row.id,
    ...(scope === undefined ? {} : { scope }),
    ...(isReleased ? { isReleased } : {}),
  };
  const store = attachmentStore(app);
  return withContent(app, sha256, async (query) => {
    await store.put(bytes);
    try {
      return await app.engine.perform({
        action: attach,
        id: null,
        input,
        by,
        now: app.now(),
        key,
        ifMatch: null,
      });
    } catch (fault) {
      await forgetUnused(store, sha256, query);
      throw fault;
    }
  });
}
