import { connect, type Socket } from 'node:net';

/**
 * One kept-alive HTTP/1.1 connection, as light as can be: on two cores whatever the client burns is taken from the
 * servers that are compared, and blurs their difference. One request at a time; answers must say their length.
 */
class Connection {
  readonly #socket: Socket;
  #parts: Buffer[] = [];
  #waiting: { readonly give: (answer: Buffer) => void; readonly fail: (fault: Error) => void } | null = null;

  constructor(base: string) {
    const { hostname, port } = new URL(base);
    this.#socket = connect(Number(port), hostname).setNoDelay(true);
    this.#socket.on('data', (part) => this.#take(part as Buffer));
    this.#socket.on('error', (fault) => this.#waiting?.fail(fault));
  }

  #take(part: Buffer): void {
    this.#parts.push(part);
    const all = this.#parts.length === 1 ? part : Buffer.concat(this.#parts);
    const end = all.indexOf('\r\n\r\n');
    if (end === -1) return;
    const length = /content-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1];
    if (length === undefined) return this.#waiting?.fail(new Error('an answer without a length'));
    if (all.length < end + 4 + Number(length)) return;
    this.#parts = [];
    this.#waiting?.give(all);
  }

  /** Sends one request; gives the answer's body, throws unless the status is the expected one. */
  async send(path: string, body: string, expected: number): Promise<string> {
    const answer = await new Promise<Buffer>((give, fail) => {
      this.#waiting = { give, fail };
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer bench\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
    const text = answer.toString('utf8');
    if (text.slice(9, 12) !== String(expected)) throw new Error(text);
    return text;
  }

  end(): void {
    this.#socket.destroy();
  }
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
const ID = /"id":"([0-9a-f-]{36})"/;

async function lifecycle(connection: Connection): Promise<void> {
  const id = ID.exec(await connection.send('/api/bench-orders', register, 201))![1]!;
  const at = `/api/bench-orders/${id}`;
  await connection.send(`${at}/dispatch`, dispatch, 200);
  await connection.send(`${at}/reply`, reply, 200);
  await connection.send(`${at}/close`, close, 200);
}

/** Whole lifecycles per second: a closed loop over so many connections for so long. */
export async function loadFor(
  base: string,
  options: { readonly connections: number; readonly seconds: number },
): Promise<number> {
  const connections = Array.from({ length: options.connections }, () => new Connection(base));
  const startedAt = performance.now();
  const until = startedAt + options.seconds * 1000;
  let done = 0;
  const one = async (connection: Connection): Promise<void> => {
    while (performance.now() < until) {
      await lifecycle(connection);
      done++;
    }
  };
  await Promise.all(connections.map(one));
  for (const connection of connections) connection.end();
  return done / ((performance.now() - startedAt) / 1000);
}
