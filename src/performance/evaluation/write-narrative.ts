import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import '../refusals.ts';
import { Note } from '../fields.ts';
import { asWriter, without } from './change.ts';
import { evaluation } from './evaluation.ts';
import type { Section } from './parts.ts';

const sectionTitles: Readonly<Record<Section, string>> = {
  duties: '职能职责概述',
  mainWork: '年度主要工作内容',
  results: '年度总体运行情况及取得的成绩',
  overview: '部门（单位）概况',
  basicSpending: '基本支出',
  specialFunds: '专项支出',
  management: '专项组织实施情况',
  performance: '整体支出绩效情况',
  problems: '存在的主要问题',
  improvements: '改进措施和有关建议',
};

/** 撰写文字 — replaces what the templates would write from the figures; an empty text gives it back to them. */
export const writeNarrative = action(evaluation, {
  name: 'write-narrative',
  title: '撰写文字部分',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({ section: oneOf(sectionTitles, '部分'), text: Note('文字', 20_000) }),
  decide({ evaluation: mine, input, by }) {
    const text = input.text.trim();
    if (text === '' && input.text !== '')
      refuse('performance.blank-text', {}, { fields: [{ path: 'text', message: '不能只有空白' }] });
    const narrative =
      text === ''
        ? without(mine.narrative as Readonly<Record<string, string>>, input.section)
        : { ...mine.narrative, [input.section]: text };
    return { state: 'draft', narrative, writers: asWriter(mine, by) };
  },
});
