import { tight } from './fold.ts';
import { coreName } from './names.ts';
import type { Statement } from './statement.ts';

/** The words between two marks, with a 、 among them and no figure. */
const LISTED = /[，,。;；:：(]([^，,。;；:：()\d%]{1,24}、[^，,。;；:：()\d%]{0,24})$/;

/** 省、县两级配套 for a figure whose subject ends at 、: what it is called on paper. */
export function listedName({ subject, text, start }: Statement): string {
  const lead = tight(text.slice(0, Math.min(30, start)));
  const listed = LISTED.exec(lead)?.[1] ?? '';
  return coreName(listed.endsWith(tight(subject)) ? listed : subject);
}
