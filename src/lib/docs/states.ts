import type { Action } from '#lib/action/action.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { Module } from '#lib/module.ts';

const edge = (from: string, to: string, titles: readonly string[]): string =>
  `  ${from} --> ${to}: ${titles.join('、')}`;
const idOf = (state: string): string => state.replaceAll('-', '_');

/** Begins and ends in the same several states: it leaves every state as it finds it, and drawn it would hide the rest. */
const stays = ({ from, to }: Action): boolean =>
  from !== null && to.length > 1 && from.length === to.length && from.every((state) => to.includes(state));

/** Every way from state to state with the actions that go it, in Mermaid. */
function diagram(noun: Noun, actions: readonly Action[]): string {
  const ways = new Map<string, { readonly from: string; readonly to: string; readonly titles: string[] }>();
  for (const action of actions.filter((each) => !stays(each))) {
    for (const from of action.from?.map(idOf) ?? ['[*]']) {
      for (const to of action.to.map(idOf)) {
        const key = `${from} ${to}`;
        const way = ways.get(key) ?? { from, to, titles: [] };
        way.titles.push(action.title);
        ways.set(key, way);
      }
    }
  }
  const states = Object.entries(noun.states).map(([name, title]) => `  state "${title}" as ${idOf(name)}`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    ...[...ways.values()].map(({ from, to, titles }) => edge(from, to, titles)),
    '```',
  ].join('\n');
}

/** What may be done without leaving a state, and in which states. */
function besides(noun: Noun, actions: readonly Action[]): string {
  const staying = actions.filter(stays);
  const line = ({ title, from }: Action): string =>
    `- ${title}：${from!.map((state) => noun.states[state]).join('、')}`;
  return staying.length === 0 ? '' : `\n不改变状态的操作：\n\n${staying.map(line).join('\n')}\n`;
}

/** The state diagrams of all nouns as one Markdown page. Generated; `npm run docs` writes it to docs/states.md. */
export function statesPage(modules: readonly Module[]): string {
  const parts = modules.flatMap((module) =>
    module.nouns.map((noun) => {
      const actions = module.actions.filter((action) => action.noun === noun);
      return `## ${noun.title} \`${noun.name}\`（${module.title}）\n\n${diagram(noun, actions)}\n${besides(noun, actions)}`;
    }),
  );
  return ['# 状态图', '', '由声明生成（`npm run docs`），不手工修改。', '', ...parts].join('\n');
}

const MARKED = /(<!-- states: ([\w-]+) -->\n)[^]*?(<!-- \/states -->)/g;

/** A page with the diagrams of the nouns it names between `<!-- states: noun -->` and `<!-- /states -->`. An unknown noun throws. */
export const withStates = (page: string, modules: readonly Module[]): string =>
  page.replace(MARKED, (_, open: string, name: string, close: string) => {
    const nouns = modules.flatMap((module) => module.nouns);
    const noun = nouns.find((each) => each.name === name);
    if (!noun) throw new Error(`no noun ${name} to draw`);
    const actions = modules.flatMap((module) => module.actions).filter((action) => action.noun === noun);
    return `${open}\n${diagram(noun, actions)}\n\n${close}`;
  });
