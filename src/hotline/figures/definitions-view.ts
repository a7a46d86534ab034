import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { callBackMeasures } from './called-back.ts';
import { dueMeasures } from './due.ts';
import { otherMeasures } from './others.ts';
import { receivedMeasures } from './received.ts';

/** 口径簿's chapters: the word everybody uses, and the measures that say what it means here. */
const CHAPTERS: readonly (readonly [title: string, names: readonly string[]])[] = [
  [
    '受理',
    [
      'received',
      'orders-received',
      'letters-received',
      'urgent',
      'redirected',
      'hot-transferred',
      'answered-directly',
      'merged',
      'withdrawn',
      'void',
      'void-counted',
      'sent-back',
      'not-dispatched',
      'recorded-without-limit',
      'recorded',
    ],
  ],
  ['应办理', ['due', 'carried-in', 'carried-out', 'ended-unanswered', 'excluded', 'due-without-excluded']],
  ['办结', ['completed', 'completion-rate']],
  [
    '按期办结',
    [
      'on-time',
      'on-time-rate',
      'late',
      'late-rate',
      'urgent-late',
      'extended',
      'on-time-without-excluded',
      'on-time-rate-without-excluded',
    ],
  ],
  ['返工', ['reworked', 'rework-rate', 'reopened', 'returned', 'came-back']],
  [
    '不满意',
    [
      'called-back',
      'call-back-dissatisfied',
      'dissatisfaction-rate',
      'city-called-back',
      'city-dissatisfied',
      'city-dissatisfaction-rate',
      'rated-dissatisfied',
    ],
  ],
  [
    '满意',
    [
      'call-back-satisfied',
      'satisfaction-rate',
      'not-dissatisfied',
      'opinions',
      'expressed-satisfaction-rate',
      'rated',
    ],
  ],
  ['解决', ['solved', 'solution-rate']],
  ['响应', ['contacted', 'response-rate']],
];
const OTHERS = '其他';

const all = [...receivedMeasures, ...dueMeasures, ...callBackMeasures, ...otherMeasures];
const lineOf = ({ name, title, version, basis, kind }: (typeof all)[number]) => ({
  name,
  title,
  version,
  basis,
  kind,
});

/** Every measure in one chapter; what no chapter names stands under 其他, so that none is left out. */
export function chapters() {
  const byName = new Map(all.map((each) => [each.name, each]));
  const told = CHAPTERS.map(([title, names]) => {
    const found = names.flatMap((name) => byName.get(`hotline.${name}`) ?? []);
    for (const { name } of found) byName.delete(name);
    return { title, definitions: found.map(lineOf) };
  });
  return [...told, { title: OTHERS, definitions: [...byName.values()].map(lineOf) }];
}

/** 口径簿 — what each word counts, with its version and basis. */
export const definitionsView = view({
  name: 'hotline.definitions',
  title: '查看口径簿',
  path: '/hotline/definitions',
  may: 'signed-in',
  query: Type.Object({}),
  read: () => Promise.resolve({ chapters: chapters() }),
});
