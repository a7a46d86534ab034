import {
  bareMaterial,
  MATERIAL_KINDS,
  MATERIAL_NEEDS,
  MATERIAL_SOURCES,
  type Material,
} from '../elements/kinds.ts';
import { conditionText } from '../elements/course-text.ts';
import type { Condition } from '../elements/course-kinds.ts';

type Part = Partial<Material>;
type Titles = Readonly<Record<string, string>>;

const keyOf = (titles: Titles, title: string): string | undefined =>
  Object.keys(titles).find((key) => titles[key] === title);
const worded = {
  规格: 'specification',
  依据: 'basis',
  须知: 'hint',
  标准: 'standard',
  产出: 'outputOf',
} as const;

function conditionsOf(text: string): Part | undefined {
  const when = text.split('；').map((each): Condition => {
    const [question = '', choices = ''] = each.split('＝');
    return { question, oneOf: choices.split('／') };
  });
  return when.every(({ question, oneOf }) => question !== '' && !oneOf.includes('')) ? { when } : undefined;
}

/** One piece of a line: `必要`, `原件`, `2份`, `可容缺`, `来源：政府部门核发`, `规格：A4`, `情形：Q＝A／B`. */
function partOf(text: string): Part | undefined {
  const need = keyOf(MATERIAL_NEEDS, text);
  if (need !== undefined) return { need: need as Material['need'] };
  const kind = keyOf(MATERIAL_KINDS, text);
  if (kind !== undefined) return { kind: kind as Material['kind'] };
  const copies = /^(\d{1,2})份$/.exec(text)?.[1];
  if (copies !== undefined) return { copies: Number(copies) };
  if (text === '可容缺') return { mayFollow: true };
  const [, title = '', rest = ''] = /^(..)：(.*)$/s.exec(text) ?? [];
  if (title === '来源') {
    const source = keyOf(MATERIAL_SOURCES, rest);
    return source === undefined ? undefined : { source: source as Material['source'] };
  }
  if (title === '情形') return conditionsOf(rest);
  return Object.hasOwn(worded, title) ? { [worded[title as keyof typeof worded]]: rest } : undefined;
}

/** A material by name alone, or with everything beside it: as an object, or as the line `materialText` writes. */
export function materialOf(told: unknown): Material {
  if (typeof told === 'object' && told !== null) {
    const { name } = told as { readonly name?: unknown };
    const bare = bareMaterial(typeof name === 'string' ? name.trim() : '');
    const known = [...Object.keys(bare), 'when', 'outputOf'].filter((key) => key !== 'name' && key in told);
    return { ...bare, ...Object.fromEntries(known.map((key) => [key, told[key as never]])) };
  }
  const text = typeof told === 'string' ? told.trim() : '';
  const [name = '', ...pieces] = text.split('｜');
  const parts = pieces.map(partOf);
  // A line that is none of ours is a name, whatever marks are in it.
  return parts.includes(undefined)
    ? bareMaterial(text)
    : (Object.assign(bareMaterial(name), ...parts) as Material);
}

/** The line of a material: its name alone when nothing else is said of it. */
export function materialText(material: Material): string {
  const { need, kind, copies, source, mayFollow, when } = material;
  return [
    material.name,
    ...(need === 'required' ? [] : [MATERIAL_NEEDS[need]]),
    ...(kind === null ? [] : [MATERIAL_KINDS[kind]]),
    ...(copies === null ? [] : [`${copies}份`]),
    ...(source === null ? [] : [`来源：${MATERIAL_SOURCES[source]}`]),
    ...(mayFollow ? ['可容缺'] : []),
    ...(when ? [`情形：${when.map((each) => conditionText(each).replaceAll('｜', '／')).join('；')}`] : []),
    ...Object.entries(worded).flatMap(([title, key]) =>
      typeof material[key] === 'string' ? [`${title}：${material[key]}`] : [],
    ),
  ].join('｜');
}
