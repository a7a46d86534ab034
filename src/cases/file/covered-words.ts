import type { TSchema } from 'typebox';
import { change, type Action, type Write } from '#lib/action/action.ts';
import { askedIf, openedOfEach, rowsOfEach } from '#lib/action/need.ts';
import { rootOf, type Noun } from '#lib/action/noun.ts';
import type { Recorded } from '#lib/covering/recorded.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { object } from '../after/object.ts';
import { objection } from '../after/objection.ts';
import { bundle } from '../bundle/bundle.ts';
import { hearing } from '../special/hearing/hearing.ts';
import { survey } from '../survey/survey.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { peopleOf, spokenWithout, writtenWithout } from './named.ts';
import { wholeAfter, type WholeWords } from './whole-words.ts';

type Values = Readonly<Record<string, unknown>>;
type Schema = TSchema & {
  readonly title?: string;
  readonly type?: string;
  readonly keep?: string;
  readonly mayName?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};
type Through = (text: string, title: string) => string;

/** Texts in one's own words: erasable ones, and short ones that say of themselves that they may name somebody. */
const mayName = ({ type, keep, mayName: says }: Schema): boolean =>
  type === 'string' && (keep === 'prose' || says === true);
const takesWords = (schema: Schema): boolean =>
  mayName(schema) ||
  Object.values(schema.properties ?? {}).some(takesWords) ||
  (schema.items !== undefined && takesWords(schema.items));

/** A value with every such text in it sent through. Pure. */
function wordsThrough(schema: Schema, value: unknown, through: Through): unknown {
  if (typeof value === 'string') return mayName(schema) ? through(value, schema.title ?? '') : value;
  if (Array.isArray(value) && schema.items !== undefined)
    return value.map((each) => wordsThrough(schema.items!, each, through));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const of = schema.properties?.[name];
      return [name, of === undefined ? each : wordsThrough(of, each, through)];
    }),
  );
}
/** Whether anything was written at all: else nobody's name is opened. */
function saysWords(schema: Schema, input: unknown): boolean {
  let isSaid = false;
  wordsThrough(schema, input, (text) => {
    isSaid = true;
    return text;
  });
  return isSaid;
}

type Asked = { readonly row: Values & { readonly id: string }; readonly input: Values };
/** The cases whose people a text of this action may name. */
function concerned({ noun }: Action): (asked: Asked) => readonly Partial<CaseFile>[] {
  if (noun === caseFile) return ({ row }) => [{ id: row.id }];
  if (noun === bundle) return ({ row }) => [{ bundle: row.id }];
  if (noun === survey) return ({ row }) => (row['cases'] as readonly string[]).map((id) => ({ id }));
  return ({ row }) => [{ id: row[noun.rootColumn!] as string }];
}

type Clear = Readonly<Record<string, string | null>>;
interface Given {
  readonly caseFile?: CaseFile;
  /** The cases, their people, who objected to them, who was told of a hearing and who asked for it, in the clear. */
  readonly namedCases: readonly CaseFile[];
  readonly namedPeople: readonly Clear[];
  readonly namedObjectors: readonly Clear[];
  readonly namedAskers: readonly Clear[];
  readonly typed: Values;
  readonly input: Values;
  readonly now: Instant;
}
type Patch = Values & { readonly state: string };
type Outcome = Patch | readonly [Patch, ...Write[]];

/** 李大伟、张三（下游农户）等: each as a name of their own; what is said of them in brackets names nobody. Pure. */
const namesListed = (text: string): readonly Recorded[] =>
  text
    .replaceAll(/[（(][^）)]*[）)]/g, '、')
    .split(/[、，,；;。\s]+/)
    .map((each) => ({ name: each.replace(/^\d+[.．)）]?/, '').replace(/等.*$/, '') }))
    .filter(({ name }) => name !== '');

/** Everybody on record in the cases, with who is named in the input itself. */
function knownIn({
  namedCases,
  namedPeople,
  namedObjectors,
  namedAskers,
  input,
}: Given): readonly Recorded[] {
  const kinds = new Map(namedCases.map(({ id, applicantKind }) => [id, applicantKind]));
  const text = (name: string): string | null =>
    typeof input[name] === 'string' ? (input[name] as string) : null;
  return [
    ...namedPeople.flatMap((each) => peopleOf({ ...each, applicantKind: kinds.get(each['id']!) ?? null })),
    ...namedObjectors.map(({ objector, phone }) => ({ name: objector, phone })),
    ...namedAskers.map(({ asker, askerPhone }) => ({ name: asker, phone: askerPhone })),
    ...namedAskers.flatMap(({ interested, askers }) =>
      [interested, askers].flatMap((each) => namesListed(each ?? '')),
    ),
    ...namesListed(text('interested') ?? ''),
    { name: text('objector') ?? text('asker'), phone: text('phone') },
  ];
}

interface Sealing {
  readonly noun: Noun;
  readonly wholes: readonly WholeWords[];
}
/** The writes with the whole words sealed in the case itself, or in each case of the bundle that is written. */
function sealedIn(given: Given, outcome: Outcome, { noun, wholes }: Sealing): Outcome {
  const { namedCases, namedPeople, caseFile: mine } = given;
  const [patch, ...writes] = (Array.isArray(outcome) ? outcome : [outcome]) as [Patch, ...Write[]];
  const before = new Map(namedPeople.map((each) => [each['id'], each['wordsWhole'] ?? null]));
  const whole = (id: string) => ({ wordsWhole: { plain: wholeAfter(before.get(id) ?? null, wholes) } });
  if (noun === caseFile) return [{ ...patch, ...whole(mine!.id) }, ...writes];
  const ids = new Set(mine ? [mine.id] : namedCases.map(({ id }) => id));
  const isTheirs = ({ noun: of, row }: Write): boolean => of === caseFile && row !== null && ids.has(row.id);
  const sealed = writes.map((each) =>
    isTheirs(each) ? { ...each, values: { ...each.values, ...whole(each.row!.id) } } : each,
  );
  const isMissing = mine !== undefined && !writes.some(isTheirs);
  return [patch, ...sealed, ...(isMissing ? [change(caseFile, mine, whole(mine.id))] : [])];
}

/**
 * What is written in a case stands in the clear without the names, telephones and identity numbers of the people it is
 * about – in its rows and in the ledger –, at the one place where all actions come together; where anything was covered,
 * the whole is sealed in the case (`wordsWhole`). Births say who somebody is in fields of their own.
 */
export function coveringWords(action: Action): Action {
  const { noun, from, may, decide, needs, title } = action;
  const schema = action.input as Schema;
  const isOfCase = noun === caseFile || rootOf(noun) === caseFile || noun === bundle;
  if (from === null || !isOfCase || !takesWords(schema)) return action;
  const isSpoken = action.noun === caseFile && action.name === object.name;
  const without =
    isSpoken || Object.keys(may).every((role) => role === APPLICANT) ? spokenWithout : writtenWithout;
  const isSaid = ({ input }: Asked): boolean => saysWords(schema, input);
  const of = concerned(action);
  const ofCases = (asked: Asked) =>
    noun === bundle ? [] : of(asked).map(({ id }) => ({ caseId: id as string }));
  return {
    ...action,
    needs: {
      ...needs,
      namedCases: askedIf(isSaid, rowsOfEach(caseFile, of), []),
      namedPeople: askedIf(isSaid, openedOfEach(caseFile, of), []),
      namedObjectors: askedIf(isSaid, openedOfEach(objection, ofCases), []),
      namedAskers: askedIf(isSaid, openedOfEach(hearing, ofCases), []),
    } as Action['needs'],
    inClear: (given: never) => {
      const known = knownIn(given);
      return wordsThrough(schema, (given as Given).input, (text) => without(text, known)) as Values;
    },
    decide: (given: never): unknown => {
      const outcome = decide(given) as Outcome;
      const { typed, now } = given as Given;
      const known = knownIn(given);
      const wholes: WholeWords[] = [];
      wordsThrough(schema, typed, (text, field) => {
        if (without(text, known) !== text)
          wholes.push({ on: dayOf(now), title: `${title}·${field}`, text: text.trim() });
        return text;
      });
      return wholes.length === 0 ? outcome : sealedIn(given, outcome, { noun, wholes });
    },
  };
}
