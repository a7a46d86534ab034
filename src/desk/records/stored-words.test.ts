import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { storedWord } from './stored-words.ts';

/** Nouns' columns that hold one word of a closed list (`text<Kind>('…')`), with the list, read from the declarations. */
const SRC = resolve(import.meta.dirname, '../..');
interface Closed {
  readonly noun: string;
  readonly column: string;
  readonly type: string;
  readonly file: string;
}
const NOUN = /\bnoun\(\{\s*name: '([\w-]+)'/;
const COLUMN = /\b(\w+): text<([^>]+)>\(/g;
const isDeclaration = (file: string): boolean => file.endsWith('.ts') && !file.endsWith('.test.ts');
const read = (file: string): string => readFileSync(file, 'utf8');
const closed: readonly Closed[] = globSync('*/**/*.ts', { cwd: SRC })
  .filter(isDeclaration)
  .flatMap((name) => {
    const file = join(SRC, name);
    const text = read(file);
    const noun = NOUN.exec(text)?.[1];
    return noun === undefined
      ? []
      : [...text.matchAll(COLUMN)].map(([, column, type]) => ({ noun, column: column!, type: type!, file }));
  });

/** Where a name that a file uses is declared, and what it is called there. */
function declared(name: string, file: string): { readonly name: string; readonly file: string } {
  for (const [, names, from] of read(file).matchAll(/\{([^{}]*)\} from '([^']+)'/g)) {
    const said = names!.split(',').map((each) => each.trim().replace(/^type /, ''));
    const found = said.find((each) => each === name || each.endsWith(` as ${name}`));
    if (found === undefined) continue;
    const path = from!.startsWith('#') ? join(SRC, from!.slice(1)) : join(dirname(file), from!);
    return declared(found.split(' as ')[0]!, path);
  }
  return { name, file };
}
/** A constant of a module; one that it keeps to itself by the keys that stand in its text. */
async function constantOf(name: string, from: string): Promise<object> {
  const at = declared(name, from);
  const found = ((await import(/* @vite-ignore */ at.file)) as Readonly<Record<string, object>>)[at.name];
  if (found) return found;
  const [, body = ''] = new RegExp(`const ${at.name} = \\{([^{}]*)\\}`).exec(read(at.file)) ?? [];
  return Object.fromEntries([...body.matchAll(/'?([\w-]+)'?: /g)].map(([, key]) => [key, true]));
}
const LISTS = [
  /** `keyof typeof KINDS` */
  [/^keyof typeof (\w+)$/, (value: object) => Object.keys(value)],
  /** `(typeof KINDS)[number]` */
  [/^\(typeof (\w+)\)\[number\]$/, (value: object) => Object.values(value) as string[]],
  /** `(typeof KINDS)[Kind]['level']` */
  [
    /^\(typeof (\w+)\)\[\w+\]\['(\w+)'\]$/,
    (value: object, part: string) =>
      Object.values(value).map((each) => (each as Readonly<Record<string, string>>)[part]!),
  ],
] as const;
/** Every word of a closed list; throws for a way of declaring one that is not known here. */
async function wordsOf(type: string, file: string): Promise<readonly string[]> {
  for (const [form, words] of LISTS) {
    const found = form.exec(type);
    if (found) return words(await constantOf(found[1]!, file), found[2] ?? '');
  }
  if (type.includes("'")) return [...type.matchAll(/'([^']+)'/g)].map(([, word]) => word!);
  const at = declared(type, file);
  const said = new RegExp(`type ${at.name} =([^;]+);`).exec(read(at.file))?.[1]?.trim();
  if (said === undefined) throw new Error(`${type} of ${file} is declared nowhere`);
  return wordsOf(said, at.file);
}

test('the declarations are read', () => expect(closed.length).toBeGreaterThan(40));

test.each(closed.map((each) => [`${each.noun}.${each.column}`, each] as const))(
  '%s says each of its words in Chinese',
  async (_, { noun, column, type, file }) => {
    const words = await wordsOf(type, file);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !/\p{Script=Han}/u.test(storedWord(noun, column, word) ?? ''))).toEqual([]);
  },
);
