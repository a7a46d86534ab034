import type { Held } from '#lib/action/need.ts';
import type { Part } from '../part.ts';
import { heldTopics } from './held-topics.ts';
import { addTopic, mapTopic, restoreTopic, retireTopic, speakTopic } from './keep.ts';
import { topic } from './topic.ts';

/** 诉求主题 as editable data. */
export const topicsPart: Part = {
  nouns: [topic],
  actions: [addTopic, mapTopic, speakTopic, retireTopic, restoreTopic],
  held: [heldTopics as unknown as Held<never>],
};
