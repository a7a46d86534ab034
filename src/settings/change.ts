import { Type, type TSchema } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { findSetting } from '#lib/setting.ts';
import { dayOf, formatDay, type Day } from '#lib/time.ts';
import { canonical } from '#lib/action/engine/canonical.ts';
import { inForceOn } from './held-settings.ts';
import './refusals.ts';
import { settingNoun } from './setting.ts';

/** The value as its setting's schema wants it; faults stand at their fields below `value`. */
function checkedValue(schema: TSchema, value: unknown): unknown {
  try {
    return validated(schema, value);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const fields = fault.fields.map(({ path, message }) => ({
      path: path ? `value.${path}` : 'value',
      message,
    }));
    throw new Refusal(fault.code, fault.facts, { fields });
  }
}

/** 修改设置 — from today or from a day to come; earlier decisions stay as history. */
export const changeSetting = birth(settingNoun, {
  name: 'change',
  title: '修改设置',
  about: '同一设置项以最后一次设定为准；先前的设定保留在历史中',
  may: { 'system.administrator': 'anyone' },
  to: ['decided'],
  input: Type.Object({
    name: Type.String({ title: '设置项', maxLength: 100, ref: 'setting' }),
    value: Type.Unknown({ title: '值' }),
    basis: Type.String({ title: '依据', minLength: 2, maxLength: 200 }),
    effectiveOn: Type.Optional(
      Type.Unsafe<Day>(Type.String({ title: '生效日期（不填为今天）', format: 'date' })),
    ),
  }),
  needs: { earlier: rows(settingNoun, ({ input }: { input: { name: string } }) => ({ name: input.name })) },
  decide({ input, earlier, by, now }) {
    const declared = findSetting(input.name) ?? refuse('settings.unknown', { name: input.name });
    const value = checkedValue(declared.schema, input.value);
    declared.check(value);
    const { title } = declared;
    const today = dayOf(now);
    const effectiveOn = input.effectiveOn ?? today;
    if (effectiveOn < today) refuse('settings.past', { on: formatDay(effectiveOn) });
    if (declared.isImmediate && effectiveOn > today) refuse('settings.immediate', { title });
    const before = inForceOn(
      earlier.toSorted((a, b) => b.sequence - a.sequence),
      effectiveOn,
    );
    if (canonical(before ? before.value : declared.initial) === canonical(value))
      refuse('settings.same', { title, on: formatDay(effectiveOn) });
    return {
      state: 'decided',
      name: input.name,
      sequence: earlier.length + 1,
      value,
      basis: input.basis,
      effectiveOn,
      decidedAt: now,
      decidedBy: by.name,
    };
  },
});
