import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

/** One line between what was received and what was due: a measure, added or taken off. */
export interface BridgeLine {
  readonly measure: string;
  readonly sign: 'plus' | 'minus';
  /** 假定: how this line was formed is an assumption, not a rule somebody published. */
  readonly isAssumed: boolean;
}

const line = (sign: BridgeLine['sign'], measure: string, isAssumed = true): BridgeLine => ({
  measure: `hotline.${measure}`,
  sign,
  isAssumed,
});

/**
 * 受理到应办理 — line by line. No published rule says what 应办理 is; the lines shipped here follow from what each word means
 * in this program and are marked as assumed until the place confirms them.
 */
export const bridge = setting({
  name: 'hotline.bridge',
  title: '受理量到应办理量的口径',
  about: '从受理量逐行加减得到应办理量；出厂的各行为“假定”，请按本地口径确认后去掉标记',
  schema: Type.Array(
    Type.Object({
      measure: Type.String({ title: '指标', pattern: '^hotline\\.[a-z-]+$' }),
      sign: Type.Union([Type.Literal('plus', { title: '加' }), Type.Literal('minus', { title: '减' })], {
        title: '加减',
      }),
      isAssumed: Type.Boolean({ title: '假定' }),
    }),
    { title: '口径', minItems: 1, maxItems: 40 },
  ),
  initial: [
    line('plus', 'orders-received', false),
    line('plus', 'letters-received', false),
    line('minus', 'redirected'),
    line('minus', 'hot-transferred'),
    line('minus', 'answered-directly'),
    line('minus', 'merged'),
    line('minus', 'withdrawn'),
    line('minus', 'void'),
    line('minus', 'void-counted'),
    line('minus', 'sent-back'),
    line('minus', 'not-dispatched'),
    line('minus', 'recorded-without-limit'),
    line('minus', 'carried-out'),
    line('plus', 'carried-in'),
  ],
});
