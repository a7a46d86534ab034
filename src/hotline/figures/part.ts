import { address } from '../address.ts';
import type { Part } from '../part.ts';
import { bridgeView } from './bridge-view.ts';
import { bridge } from './bridge.ts';
import { compositeRules } from './bulletin/composite.ts';
import { bulletinRoutes } from './bulletin/routes.ts';
import { bulletinRecordsView, bulletinView } from './bulletin/views.ts';
import { callBackMeasures } from './called-back.ts';
import { definitionsView } from './definitions-view.ts';
import { dueMeasures } from './due.ts';
import { gamingView } from './gaming/gaming-view.ts';
import { ratingRules } from './gaming/rating-rules.ts';
import { gamingRules } from './gaming/rules.ts';
import { otherMeasures } from './others.ts';
import { receivedMeasures } from './received.ts';

/** The year's figures of the hotline: every one a count of records. */
export const figuresPart: Part = {
  measures: [...receivedMeasures, ...dueMeasures, ...callBackMeasures, ...otherMeasures],
  views: [bridgeView, bulletinView, bulletinRecordsView, definitionsView, gamingView],
  settings: [address, bridge, compositeRules, gamingRules, ratingRules],
  routes: bulletinRoutes,
};
