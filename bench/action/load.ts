import { Agent, request } from 'node:http';

/** Sends one request over the agent's kept-alive connections; throws unless the status is the expected one. */
function send(agent: Agent, url: string, body: string, expected: number): Promise<Record<string, unknown>> {
  return new Promise((give, fail) => {
    const outgoing = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: 'Bearer bench',
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (answer.statusCode === expected) give(JSON.parse(text) as Record<string, unknown>);
          else fail(new Error(`${answer.statusCode} ${text.slice(0, 300)}`));
        });
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

const register = JSON.stringify({
  region: '430611',
  topic: '城建/路灯',
  title: '路灯不亮',
  text: '小区门口的路灯已经三天没有亮，晚上出行不便，希望尽快修复。'.repeat(3),
});
const dispatch = JSON.stringify({ handler: '018f0000-0000-7000-8000-000000000001' });
const reply = JSON.stringify({ text: '已联系来电人，路灯线路于昨日修复，现已恢复照明。'.repeat(3) });
const close = JSON.stringify({ score: '满意' });

async function lifecycle(agent: Agent, base: string): Promise<void> {
  const { id } = await send(agent, `${base}/api/bench-orders`, register, 201);
  const at = `${base}/api/bench-orders/${String(id)}`;
  await send(agent, `${at}/dispatch`, dispatch, 200);
  await send(agent, `${at}/reply`, reply, 200);
  await send(agent, `${at}/close`, close, 200);
}

/** Whole lifecycles per second: a closed loop over so many connections for so long. */
export async function loadFor(
  base: string,
  options: { readonly connections: number; readonly seconds: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const startedAt = performance.now();
  const until = startedAt + options.seconds * 1000;
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      await lifecycle(agent, base);
      done++;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, one));
  agent.destroy();
  return done / ((performance.now() - startedAt) / 1000);
}
