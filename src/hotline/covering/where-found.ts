import type { Found } from '#lib/covering/masking.ts';

const AROUND = 4;
/** Beyond so many places a form is read anew anyway. */
const MOST = 3;

/** 诉求人姓名（…我叫欧阳锋，电话…）、手机号码（…）: what was found in a text, each with the words around it. */
export const whereFound = (text: string, found: readonly Found[]): string =>
  found
    .slice(0, MOST)
    .map(({ title, at, text: each }) => {
      const [from, to] = [Math.max(0, at - AROUND), at + each.length + AROUND];
      const around = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
      return `${title}（${around.replaceAll(/\s+/g, ' ')}）`;
    })
    .join('、') + (found.length > MOST ? `等 ${found.length} 处` : '');
