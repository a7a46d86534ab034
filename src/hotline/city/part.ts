import type { Part } from '../part.ts';
import { cityCallBack } from './city-call-back.ts';
import { moveCityDue } from './move-city-due.ts';
import { receive } from './receive.ts';
import { returnToCity } from './return-to-city.ts';
import { reworkFromCity } from './rework-from-city.ts';
import { submitUp } from './submit-up.ts';
import './refusals.ts';

/** The district as the middle layer: what comes down from the city's platform and goes up to it. */
export const cityPart: Part = {
  actions: [receive, returnToCity, submitUp, reworkFromCity, moveCityDue, cityCallBack],
};
