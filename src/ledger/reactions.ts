import { SYSTEM } from '#lib/action/person.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { App } from '#lib/app.ts';
import { databaseFault } from '#lib/db/index.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import type { Reaction } from '#lib/module.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { raise } from './follow-up.ts';
import { assertWhole, AT_MOST, headOf, marksOf, moveMarks, takeTurn } from './marks.ts';

/** What a reaction is told. */
interface Happened {
  readonly seq: string;
  readonly subject: string;
  readonly at: string;
}
const PER_ROUND = 200;
/** Under which name the mark of a reaction stands. */
export const readerOfReaction = ({ name }: Reaction): string => `reaction:${name}`;

/**
 * The app as a reaction sees it: whatever it does, it does as the system and under a key made of its name, the entry and
 * the action's place. The effect and the mark cannot be one transaction, because the engine has its own; under the key a
 * repeat after a crash answers what the first answered.
 */
function asSystem(app: App, reaction: Reaction, { seq }: Happened): App {
  let n = 0;
  return {
    ...app,
    engine: {
      ...app.engine,
      perform: (request) => {
        n += 1;
        return app.engine.perform({
          ...request,
          by: SYSTEM,
          key: `${readerOfReaction(reaction)}:${seq}:${n}`,
        });
      },
    },
  };
}

/** Whether trying again in a second may help: the database was away or busy. */
const isPassing = (fault: unknown): boolean =>
  fault instanceof Refusal
    ? refusalText(fault).status === 503
    : ['unavailable', 'outcome-unknown', 'lock-timeout', 'cancelled'].includes(databaseFault(fault));

/** A repeat decides in a later world and may wish something else under the same key: then the first wish was granted. */
const isDoneBefore = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'lib.key-reused';

async function hand(app: App, reaction: Reaction, happened: Happened, fault: unknown): Promise<void> {
  if (!(fault instanceof Refusal))
    app.log.error('reaction.fault', fault, { reaction: reaction.name, seq: happened.seq });
  const [subjectNoun = ''] = reaction.after.split('.');
  const title = app.nouns.find((noun) => noun.name === subjectNoun)?.title ?? subjectNoun;
  const why =
    fault instanceof Refusal ? refusalText(fault) : { message: '系统故障', next: '请联系管理员查看日志' };
  const now = app.now();
  await app.engine.perform({
    action: raise,
    id: null,
    by: SYSTEM,
    now,
    ifMatch: null,
    key: `${readerOfReaction(reaction)}:${happened.seq}:refused`,
    input: {
      title: `${title}的后续处理未能自动完成`,
      why: `${why.message}。${why.next}`,
      reaction: reaction.name,
      entry: happened.seq,
      subjectNoun,
      subject: happened.subject,
    },
  });
}

/** Once for this entry, whatever happens; throws only what may pass by itself. */
async function reactTo(app: App, reaction: Reaction, happened: Happened): Promise<void> {
  try {
    await reaction.react(happened, asSystem(app, reaction, happened));
  } catch (fault) {
    if (isPassing(fault)) throw fault;
    if (!isDoneBefore(fault)) await hand(app, reaction, happened, fault);
  }
}

const entriesFor = (
  query: Query,
  { after }: Reaction,
  stretch: { readonly from: number; readonly upTo: number },
) =>
  query(
    `select seq, subject, at from ledger_entry
      where seq > $1 and seq <= $2 and noun || '.' || action = $3 order by seq limit ${PER_ROUND}`,
    [stretch.from, stretch.upTo, after],
  ) as Promise<readonly unknown[]> as Promise<readonly Happened[]>;

/**
 * Lets one reaction see the next entries. The mark goes as far as was done, also when one of them must be tried again.
 * A reaction that is new begins with what happens from now on. False when there was nothing for it.
 */
export async function reactRound(app: App, reaction: Reaction): Promise<boolean> {
  const reader = readerOfReaction(reaction);
  let fault: unknown;
  const hasMore = await inTransaction(app.db, async (query) => {
    if (!(await takeTurn(query, reader))) return false;
    const head = await headOf(query);
    const mark = (await marksOf(query, [reader])).get(reader);
    const upTo = Math.min((mark ?? head) + AT_MOST, head);
    // A counter that ran ahead of the entries would let the mark pass over what is still to come.
    if (mark !== undefined) await assertWhole(query, { after: mark, upTo });
    const entries = mark === undefined ? [] : await entriesFor(query, reaction, { from: mark, upTo });
    let done = entries.length === PER_ROUND ? Number(entries.at(-1)!.seq) : upTo;
    for (const happened of entries) {
      try {
        await reactTo(app, reaction, happened);
      } catch (thrown) {
        fault = thrown;
        done = Number(happened.seq) - 1;
        break;
      }
    }
    if (mark === undefined || done > mark) await moveMarks(query, [reader], { seq: done, at: app.now() });
    return done < head;
  });
  if (fault !== undefined) throw fault;
  return hasMore;
}
