/** A kind of record that hangs on an order: the columns that may point to it, and those that tell of it. */
export interface Related {
  readonly noun: string;
  readonly title: string;
  readonly by: readonly string[];
  readonly shows: readonly string[];
}
export const RELATED: readonly Related[] = [
  { noun: 'promise', title: '承诺', by: ['orderId', 'order'], shows: ['text', 'promisedOn', 'unit'] },
  { noun: 'assistance', title: '协办', by: ['orderId'], shows: ['unit', 'askedAt', 'answeredAt'] },
  { noun: 'supervision', title: '督办', by: ['orderId', 'order'], shows: ['title', 'unit', 'dueAt'] },
  { noun: 'relay', title: '转告', by: ['orderId', 'order'], shows: ['askedAt', 'answeredAt'] },
  { noun: 'call', title: '来电', by: ['order', 'orderId'], shows: ['arrivedAt', 'line'] },
];
