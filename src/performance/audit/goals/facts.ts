import type { Fact } from '../facts/fact.ts';
import { coreName } from '../text/names.ts';
import type { Goal } from './goal.ts';
import { reachedIn } from './reached.ts';

/** What a goal says was reached, under the name a sentence would give it. */
export const goalFacts = (goals: readonly Goal[]): readonly Fact[] =>
  goals.flatMap((goal) => {
    const figure = reachedIn(goal);
    const name = coreName(goal.name).replace(/(?:人次|人数|户数|次数|个数|数量|里程|面积|数)$/, '');
    if (!figure || figure.approximate || name.length < 4) return [];
    return [
      {
        name,
        concept: undefined,
        aspect: 'actual',
        figure,
        place: goal.actualPlace,
        source: 'goal',
        whole: true,
      },
    ];
  });
