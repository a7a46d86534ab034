import { refuse } from '#lib/refusal.ts';
import type { Answers, Elements, WindowType } from '#catalogue/index.ts';
import type { RegionNode } from '#organisations/index.ts';
import type { Windows } from '../powers/window.ts';
import { levelOf } from './place.ts';

/* What a counter books must be so: the year counts by it. */

type Question = Pick<NonNullable<Elements['situations']>[number], 'question' | 'choices'>;
/** Refuses an answer to nothing that is asked, or one that is none of the choices of any question so called. */
export function refuseStray(answers: Answers, situations: readonly Question[] = []): void {
  for (const [question, choice] of Object.entries(answers))
    if (!situations.some((each) => each.question === question && each.choices.includes(choice)))
      refuse(
        'cases.wrong-answer',
        { question },
        { fields: [{ path: 'answers', message: `「${question}」没有「${choice}」这一项` }] },
      );
}

interface Standing {
  readonly window: string | undefined;
  readonly windows: Windows;
  readonly place: RegionNode;
}
/** Refuses a window that there is none of, and the counter of a village anywhere else. */
export function refuseMisplaced({ window, windows, place }: Standing, type: WindowType | null): void {
  if (window !== undefined && !windows.labels.has(window))
    refuse('cases.no-window', {}, { fields: [{ path: 'window', message: '没有这个窗口' }] });
  if (type === 'village' && levelOf(place) !== 'village')
    refuse(
      'cases.not-a-village',
      { place: place.name },
      { fields: [{ path: 'windowType', message: '受理地不是村（社区）' }] },
    );
}
