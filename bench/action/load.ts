import { rateOf, type Connection } from '../connection.ts';

const register = JSON.stringify({
  region: '430611',
  topic: '城建/路灯',
  title: '路灯不亮',
  text: '小区门口的路灯已经三天没有亮，晚上出行不便，希望尽快修复。'.repeat(3),
});
const dispatch = JSON.stringify({ handler: '018f0000-0000-7000-8000-000000000001' });
const reply = JSON.stringify({ text: '已联系来电人，路灯线路于昨日修复，现已恢复照明。'.repeat(3) });
const close = JSON.stringify({ score: '满意' });
const ID = /"id":"([0-9a-f-]{36})"/;

async function lifecycle(connection: Connection): Promise<void> {
  const born = await connection.post('/api/bench-orders', register, { expected: 201 });
  const at = `/api/bench-orders/${ID.exec(born)![1]!}`;
  await connection.post(`${at}/dispatch`, dispatch, { expected: 200 });
  await connection.post(`${at}/reply`, reply, { expected: 200 });
  await connection.post(`${at}/close`, close, { expected: 200 });
}

/** Whole lifecycles per second: a closed loop over so many connections for so long. */
export const loadFor = (
  base: string,
  options: { readonly connections: number; readonly seconds: number },
): Promise<number> => rateOf(base, lifecycle, { ...options, token: 'bench' });
