import { chance } from '../../chance.ts';
import type { Targets } from '../targets.ts';
import type { Moments } from '../times.ts';
import { groupOf, type Theme } from './themes.ts';

/** One application for a theme as it will be. */
export interface BundlePlan {
  readonly index: number;
  readonly theme: Theme;
  readonly at: number;
  /** 一并送达. */
  readonly isTogether: boolean;
  /** The last of its items is decided against. */
  readonly isRefused: boolean;
}
interface Drawing {
  readonly seed: number;
  readonly themes: readonly Theme[];
  readonly targets: Targets;
  readonly moments: Moments;
  /** All are applied for before. */
  readonly before: number;
}

/** So many of the windows' cases, at most, come in bundles: one in so many. */
const AT_MOST = 3;
const OFTEN = { together: 0.4, refused: 0.06 } as const;

function momentBefore(theme: Theme, { seed, moments, before }: Drawing, index: number): number {
  const by = chance(seed, 'bundle-moment', index);
  for (;;) {
    const at = moments(groupOf(theme), by);
    // Births of one kind in one millisecond could not be told apart.
    if (at < before) return Math.floor(at / 1000) * 1000 + index;
  }
}

/** The bundles of a year, theme after theme, as far as they leave the windows most of their cases. */
export function bundlesOf(drawing: Drawing): readonly BundlePlan[] {
  const { seed, themes, targets } = drawing;
  const left: Record<string, number> = {
    undifferentiated: Math.floor(targets.undifferentiated / AT_MOST),
    engineering: Math.floor(targets.engineering / AT_MOST),
  };
  if (themes.length === 0) return [];
  return Array.from({ length: targets.bundles }, (_, index) => index).flatMap((index) => {
    const theme = themes[index % themes.length]!;
    const group = groupOf(theme);
    if (left[group]! < theme.items.length) return [];
    left[group]! -= theme.items.length;
    const by = chance(seed, 'bundle', index);
    const isTogether = by.happens(OFTEN.together);
    const at = momentBefore(theme, drawing, index);
    return [{ index, theme, at, isTogether, isRefused: by.happens(OFTEN.refused) }];
  });
}

/** What is left to be applied for item by item. */
export function without(targets: Targets, bundles: readonly BundlePlan[]): Targets {
  const inBundles = (group: string): number =>
    bundles.reduce((sum, { theme }) => sum + (groupOf(theme) === group ? theme.items.length : 0), 0);
  return {
    ...targets,
    undifferentiated: targets.undifferentiated - inBundles('undifferentiated'),
    engineering: targets.engineering - inBundles('engineering'),
  };
}
