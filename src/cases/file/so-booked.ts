import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import { WINDOW_TYPES, type Answers, type Elements, type WindowType } from '#catalogue/index.ts';
import type { RegionNode } from '#organisations/index.ts';
import { takesSomewhere, type Windows } from '../powers/window.ts';
import { STAND_LEVELS, type StandLevel } from '../words.ts';
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

/** 窗口类别 → the level at which there are such windows. */
const LEVEL_OF: Readonly<Partial<Record<WindowType, StandLevel>>> = { town: 'town', village: 'village' };

interface Standing {
  readonly window: string | undefined;
  readonly windows: Windows;
  readonly place: RegionNode;
  readonly item: Parameters<typeof takesSomewhere>[2]['item'];
  readonly on: Day;
}
const noSuchWindow = (place: RegionNode, type: WindowType, why: string): never =>
  refuse(
    'cases.no-such-window',
    { place: place.name, type: WINDOW_TYPES[type], why },
    { fields: [{ path: 'windowType', message: why }] },
  );

/** Refuses a window that there is none of, one that stands elsewhere, and a type that it is not. */
function refuseWrongWindow({ window, windows, place }: Standing, type: WindowType | null): void {
  if (window === undefined) return;
  const at = (message: string) => ({ fields: [{ path: 'window', message }] });
  const own = windows.standing.get(window);
  const label = windows.labels.get(window) ?? '';
  if (!own) return refuse('cases.no-window', {}, at('没有这个窗口'));
  if (own.region !== place.code)
    refuse('cases.window-elsewhere', { window: label, place: place.name }, at('这个窗口不在受理地'));
  if (type !== null && (type === 'undifferentiated') !== own.isUndifferentiated)
    noSuchWindow(place, type, `${label}${own.isUndifferentiated ? '是' : '不是'}无差别窗口`);
}

/**
 * Refuses a window that is not there, and a type of window that the place has not: a village counter stands in a village, a
 * town’s in a town, every other in the hall; and where the lists of windows are kept, a window of that type there takes
 * the item. Of places that keep no lists nothing more is known. Pure.
 */
export function refuseMisplaced(standing: Standing, type: WindowType | null): void {
  const { window, windows, place, item, on } = standing;
  refuseWrongWindow(standing, type);
  if (type === null) return;
  if (levelOf(place) !== (LEVEL_OF[type] ?? 'district'))
    noSuchWindow(place, type, `受理地是${STAND_LEVELS[levelOf(place)]}`);
  if (type === 'village' || window !== undefined || windows.lists.length === 0) return;
  if (!takesSomewhere(windows, type, { item, on, region: place.code }))
    noSuchWindow(place, type, '没有这一类别的窗口受理该事项');
}
