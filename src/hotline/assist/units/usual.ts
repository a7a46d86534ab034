import type { SuggestedUnit } from './suggest.ts';

/** Which bureau of a county usually answers a topic, until the place has closed orders of its own; likeliest first. */
const USUAL: Readonly<Record<string, readonly (readonly [name: string, share: number])[]>> = {
  城乡建设: [
    ['住房和城乡建设局', 0.5],
    ['城市管理和综合执法局', 0.3],
    ['自然资源局', 0.2],
  ],
  劳动和社会保障: [
    ['人力资源和社会保障局', 0.8],
    ['医疗保障局', 0.2],
  ],
  教育文体: [
    ['教育局', 0.8],
    ['文化旅游广电局', 0.2],
  ],
  商贸旅游: [
    ['市场监督管理局', 0.6],
    ['商务粮食局', 0.2],
    ['文化旅游广电局', 0.2],
  ],
  环境保护: [
    ['生态环境分局', 0.8],
    ['城市管理和综合执法局', 0.2],
  ],
  卫生计生: [
    ['卫生健康局', 0.8],
    ['医疗保障局', 0.2],
  ],
  交通运输: [
    ['交通运输局', 0.7],
    ['公安分局', 0.3],
  ],
};

/** The usual bureaus of a topic with assumed shares; none for a topic of one's own. */
export const usualUnits = (topic: string): readonly SuggestedUnit[] =>
  (USUAL[topic] ?? []).map(([name, p]) => ({
    name,
    p,
    because: `「${topic}」通常的职责分工（假定，尚无本地已办结工单）`,
  }));
