/** 标记 — a word beside a title: what one must know of a record before touching it. */
export interface Flag {
  readonly word: string;
  readonly tone: 'bad' | 'warn' | 'brand' | 'quiet';
}
export const flag = (word: string, tone: Flag['tone']): Flag => ({ word, tone });
