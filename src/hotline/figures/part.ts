import type { Part } from '../part.ts';
import { bridgeView } from './bridge-view.ts';
import { bridge } from './bridge.ts';
import { callBackMeasures } from './called-back.ts';
import { dueMeasures } from './due.ts';
import { otherMeasures } from './others.ts';
import { receivedMeasures } from './received.ts';

/** The year's figures of the hotline: every one a count of records. */
export const figuresPart: Part = {
  measures: [...receivedMeasures, ...dueMeasures, ...callBackMeasures, ...otherMeasures],
  views: [bridgeView],
  settings: [bridge],
};
