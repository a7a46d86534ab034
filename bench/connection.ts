import { connect, type Socket } from 'node:net';

/**
 * One kept-alive HTTP/1.1 connection, as light as can be: on two cores whatever the client burns is taken from the
 * servers that are compared, and blurs their difference. One request at a time; answers must say their length.
 */
export class Connection {
  readonly base: string;
  readonly #socket: Socket;
  readonly #token: string;
  #parts: Buffer[] = [];
  #waiting: { readonly give: (answer: Buffer) => void; readonly fail: (fault: Error) => void } | null = null;

  constructor(base: string, token: string) {
    const { hostname, port } = new URL(base);
    this.base = base;
    this.#token = token;
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

  async #exchange(request: string, expected: number): Promise<string> {
    const answer = await new Promise<Buffer>((give, fail) => {
      this.#waiting = { give, fail };
      this.#socket.write(request);
    });
    const text = answer.toString('utf8');
    if (text.slice(9, 12) !== String(expected)) throw new Error(text);
    return text;
  }

  /** Gives the whole answer as text; throws unless the status is the expected one. */
  post(
    path: string,
    body: string,
    options: { readonly expected: number; readonly key?: string },
  ): Promise<string> {
    const key = options.key === undefined ? '' : `idempotency-key: ${options.key}\r\n`;
    return this.#exchange(
      `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${this.#token}\r\n${key}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      options.expected,
    );
  }

  get(path: string): Promise<string> {
    return this.#exchange(
      `GET ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${this.#token}\r\n\r\n`,
      200,
    );
  }

  end(): void {
    this.#socket.destroy();
  }
}

/** Times per second that `work` is done in a closed loop over so many connections for so long. */
export async function rateOf(
  base: string,
  work: (connection: Connection, n: number) => Promise<void>,
  options: { readonly connections: number; readonly seconds: number; readonly token: string },
): Promise<number> {
  const connections = Array.from({ length: options.connections }, () => new Connection(base, options.token));
  const startedAt = performance.now();
  const until = startedAt + options.seconds * 1000;
  let done = 0;
  const one = async (connection: Connection): Promise<void> => {
    while (performance.now() < until) {
      await work(connection, done);
      done++;
    }
  };
  await Promise.all(connections.map(one));
  for (const connection of connections) connection.end();
  return done / ((performance.now() - startedAt) / 1000);
}
