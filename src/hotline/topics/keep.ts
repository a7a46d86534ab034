import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { topic } from './topic.ts';

const MAY = { 'hotline.supervisor': 'anyone' } as const;
const Part = (title: string) =>
  Type.String({
    title,
    minLength: 1,
    maxLength: 40,
    pattern: '^[^/\\s]([^/]*[^/\\s])?$',
    wrong: '不能含“/”，首尾不能有空格',
  });
const Code = (title: string) => Type.Optional(Type.String({ title, pattern: '^[0-9A-Za-z-]{1,20}$' }));

const SpokenAs = Type.String({
  title: '俗称（用、分开）',
  minLength: 1,
  maxLength: 200,
  pattern: '^[^、\\s/]{1,20}(、[^、\\s/]{1,20}){0,19}$',
  wrong: '应为用“、”分开的词，每个至多 20 字，如 路灯、井盖',
});

type Asked = { readonly input: { readonly under?: string | undefined; readonly name: string } };
const pathOf = ({ under, name }: Asked['input']): string => (under ? `${under}/${name}` : name);

/** 新增主题, at the top or under another one; three levels at most. */
export const addTopic = birth(topic, {
  name: 'add',
  title: '新增主题',
  may: MAY,
  to: ['active'],
  input: Type.Object({
    under: Type.Optional(Type.String({ title: '上级主题（完整路径）', maxLength: 90 })),
    name: Part('名称'),
    spokenAs: Type.Optional(SpokenAs),
    nationalCode: Code('国标分类代码'),
    cityCode: Code('市平台代码'),
  }),
  needs: {
    above: find(topic, ({ input }: Asked) => ({ topicPath: input.under ?? '' })),
    same: find(topic, ({ input }: Asked) => ({ topicPath: pathOf(input) })),
  },
  decide({ input, above, same }) {
    if (input.under !== undefined && (above === null || above.state !== 'active'))
      refuse('hotline.no-topic', { topic: input.under });
    if (same) refuse('hotline.topic-taken', { topic: same.topicPath });
    const topicPath = pathOf(input);
    const level = topicPath.split('/').length;
    if (level > 3) refuse('hotline.topic-depth');
    return {
      state: 'active',
      name: input.name,
      topicPath,
      level,
      spokenAs: input.spokenAs ?? null,
      nationalCode: input.nationalCode ?? null,
      cityCode: input.cityCode ?? null,
    };
  },
});

/** 登记代码 — which code the national standard and the city's list have for it. */
export const mapTopic = action(topic, {
  name: 'map',
  title: '登记代码',
  may: MAY,
  from: ['active'],
  to: ['active'],
  input: Type.Object({ nationalCode: Code('国标分类代码'), cityCode: Code('市平台代码') }),
  decide: ({ topic: mine, input }) => ({
    state: 'active',
    nationalCode: input.nationalCode ?? mine.nationalCode,
    cityCode: input.cityCode ?? mine.cityCode,
  }),
});

/** 登记俗称 — the words callers use for it; typed into a form they find the topic. */
export const speakTopic = action(topic, {
  name: 'speak',
  title: '登记俗称',
  may: MAY,
  from: ['active'],
  to: ['active'],
  input: Type.Object({ spokenAs: SpokenAs }),
  decide: ({ input }) => ({ state: 'active', spokenAs: input.spokenAs }),
});

/** 停用主题: new orders no longer take it; what carries it keeps it. */
export const retireTopic = action(topic, {
  name: 'retire',
  title: '停用主题',
  may: MAY,
  from: ['active'],
  to: ['retired'],
  input: Type.Object({}),
  decide: () => ({ state: 'retired' }),
});
export const restoreTopic = action(topic, {
  name: 'restore',
  title: '恢复使用',
  may: MAY,
  from: ['retired'],
  to: ['active'],
  input: Type.Object({}),
  decide: () => ({ state: 'active' }),
});
