import type { Held } from '#lib/action/need.ts';
import type { Part } from '#lib/part.ts';
import { applyForBundle } from './apply.ts';
import { bundle } from './bundle.ts';
import { bundleCourse, bundleSavings } from './bundle-views.ts';
import { chooseDelivery, deliverBundle } from './deliver.ts';
import { amendTheme, draftTheme, publishTheme, withdrawTheme } from './edit-theme.ts';
import { bundleMeasures } from './figures.ts';
import { bundleForDepartment } from './for-department.ts';
import { followBundle } from './follow.ts';
import { bundleLights } from './lights-view.ts';
import { bundleLoop } from './loop.ts';
import { theme } from './theme.ts';
import { themeItems } from './theme-items.ts';
import { themeGuide, themesView } from './themes-view.ts';
import { withdrawBundle, withdrawBundleFor, withdrawOwnBundle } from './withdraw.ts';
import './refusals.ts';
import { unmaskBundle } from './unmask.ts';

/** 一件事一次办: several items as one application. */
export const bundlePart: Part = {
  nouns: [theme, bundle],
  actions: [
    draftTheme,
    amendTheme,
    publishTheme,
    withdrawTheme,
    applyForBundle,
    followBundle,
    chooseDelivery,
    deliverBundle,
    withdrawBundle,
    withdrawOwnBundle,
    withdrawBundleFor,
    unmaskBundle,
  ],
  views: [themesView, themeGuide, bundleCourse, bundleLights, bundleSavings, bundleForDepartment],
  measures: bundleMeasures,
  held: [themeItems as unknown as Held<never>],
  loops: [bundleLoop],
};
