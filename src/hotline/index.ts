import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { assistPart } from './assist/part.ts';
import { boardsPart } from './boards/part.ts';
import { callsPart } from './calls/part.ts';
import { cityPart } from './city/part.ts';
import { coursePart } from './course/part.ts';
import { figuresPart } from './figures/part.ts';
import { knowledgePart } from './knowledge/part.ts';
import { lettersPart } from './letters/part.ts';
import { livePart } from './live/part.ts';
import { open311Part } from './open311/part.ts';
import { orderPart } from './order/part.ts';
import { joined } from './part.ts';
import { recordPart } from './record/part.ts';
import { samplingPart } from './sampling/part.ts';
import { searchPart } from './search/part.ts';
import { topicsPart } from './topics/part.ts';
import './refusals.ts';

export { lookForAllBack } from './course/came-back/loop.ts';
export { CITIZEN } from './letters/citizen.ts';
export { letterChoices, type LetterChoices } from './letters/choices.ts';
export { followLetter, type FollowedLetter } from './letters/follow.ts';
export { actOnLetter, deedsOpen, openByTicket, sendLetter, type Deed, type Sent } from './letters/mail.ts';
export { RATINGS } from './letters/rate.ts';
export { getPublishedLetter, publishedLetters } from './letters/views/published.ts';
export type { PublishedLetter, PublishedPage } from './letters/views/published.ts';
export { limits, type LimitTable } from './limits.ts';
export { roundDue, type DueRules } from './order/round-due.ts';
export { CHANNELS, ORDER_TYPES, type OrderType } from './order/words.ts';
export { process as hotlineProcess } from './process.ts';
export { importOrders } from './record/import-file.ts';
export { drawOrders } from './sampling/draw-orders.ts';
export { sampleFor } from './sampling/make-draw.ts';
export { samplingRules, type SamplingRules } from './sampling/rules.ts';
export { seedTopics } from './topics/seed.ts';

/** 12345 热线与区长信箱 — work orders from the first word to the year's figures. */
export const hotline = module({
  name: 'hotline',
  title: '12345 热线与信箱',
  migrations: join(import.meta.dirname, 'migrations'),
  ...joined([
    orderPart,
    boardsPart,
    coursePart,
    cityPart,
    callsPart,
    knowledgePart,
    livePart,
    lettersPart,
    open311Part,
    searchPart,
    topicsPart,
    recordPart,
    samplingPart,
    figuresPart,
    assistPart,
  ]),
  roles: {
    'hotline.agent': { title: '话务员', scope: 'region' },
    'hotline.dispatcher': { title: '派单员', scope: 'region' },
    'hotline.handler': { title: '承办单位经办人', scope: 'organisation' },
    'hotline.caller-back': { title: '回访员', scope: 'region' },
    'hotline.supervisor': { title: '督办员', scope: 'region' },
    'hotline.gateway': { title: '市平台对接员', scope: 'region' },
    'hotline.switchboard': { title: '电话平台', scope: 'tenant' },
    'hotline.knowledge-keeper': { title: '知识库管理员', scope: 'organisation' },
  },
});
