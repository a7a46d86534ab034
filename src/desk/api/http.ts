/** What the server refused, in the contract's words; `status` 0 when it could not be reached at all. */
export interface Fault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly request: string;
  readonly current?: unknown;
}
export class Refused extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'Refused';
    this.fault = fault;
  }
}

export interface Change {
  readonly body?: unknown;
  /** The same for every attempt at one change, so that a repeat does nothing twice. */
  readonly key?: string;
  /** The version that was looked at. */
  readonly version?: number;
}

const UNREACHABLE = {
  status: 0,
  code: 'desk.unreachable',
  message: '连不上服务器，本次操作没有结果',
  next: '请检查网络后再试；已填的内容仍在页面上',
  fields: [],
  request: '',
} as const satisfies Fault;

let signedOut: () => void = () => undefined;
/** Called when the server no longer knows who we are. */
export function whenSignedOut(then: () => void): void {
  signedOut = then;
}

async function faultOf(answer: Response): Promise<Fault> {
  const body = (await answer.json().catch(() => ({}))) as Partial<Fault>;
  return {
    code: 'desk.unreadable',
    message: `服务器的回答无法识别（${answer.status}）`,
    next: '请稍后再试；如仍不行，请告诉管理员',
    fields: [],
    request: answer.headers.get('x-request') ?? '',
    ...body,
    status: answer.status,
  };
}

/** The answer, or its refusal thrown. */
async function accepted(answer: Response, path: string): Promise<Response> {
  if (answer.ok) return answer;
  const fault = await faultOf(answer);
  if (fault.status === 401 && !path.startsWith('/api/session')) signedOut();
  throw new Refused(fault);
}

/** One request; answers outside 2xx throw `Refused`. The cookie is the session, the header proves it is this page. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method && init.method !== 'GET') headers.set('X-Yichuang', '1');
  const answer = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch(() => null);
  if (!answer) throw new Refused(UNREACHABLE);
  return accepted(answer, path);
}

/** Uploads files with the share that is sent told on the way, which fetch does not tell. */
export function upload<T>(
  path: string,
  files: readonly File[],
  onSent: (share: number) => void,
  fields: Readonly<Record<string, string>> = {},
): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('file', file, file.name);
  const wire = new XMLHttpRequest();
  return new Promise((give, fail) => {
    wire.open('POST', path);
    wire.setRequestHeader('X-Yichuang', '1');
    wire.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0));
    wire.addEventListener('error', () => fail(new Refused(UNREACHABLE)));
    wire.addEventListener('load', () => {
      const answer = new Response(wire.responseText, { status: wire.status });
      accepted(answer, path).then((good) => give(good.json() as Promise<T>), fail);
    });
    wire.send(form);
  });
}

type Query = Readonly<Record<string, string | number | null | undefined>>;
/** `/api/x?a=1`, leaving out what is empty. */
export function withQuery(path: string, query: Query): string {
  const asked = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

export async function get<T>(path: string, query: Query = {}): Promise<T> {
  return (await request(withQuery(path, query))).json() as Promise<T>;
}

const NO_RECORD = {
  status: 404,
  code: 'lib.not-found',
  message: '找不到这条记录，或它不在您的管辖范围内',
  next: '请核对编号，或返回列表重新查找',
  fields: [],
  request: '',
} as const satisfies Fault;

/** One record by id or number, `GET /api/cases/{key}`. A key that is the address of something else finds none. */
export async function getRecord<T extends { readonly id: string }>(path: string, key: unknown): Promise<T> {
  const found = await get<Partial<T>>(`${path}/${encodeURIComponent(String(key))}`);
  if (typeof found.id !== 'string') throw new Refused(NO_RECORD);
  return found as T;
}

export async function send<T>(method: 'POST' | 'DELETE', path: string, change: Change = {}): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (change.key !== undefined) headers['idempotency-key'] = change.key;
  if (change.version !== undefined) headers['if-match'] = `"${change.version}"`;
  const answer = await request(path, { method, headers, body: JSON.stringify(change.body ?? {}) });
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Anything thrown, as a fault that a page can show. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Refused) return thrown.fault;
  if (typeof thrown === 'object' && thrown !== null && 'fields' in thrown) return thrown as Fault;
  return {
    ...UNREACHABLE,
    code: 'desk.fault',
    message: '页面出了问题，本次操作没有完成',
    next: '请刷新页面后再试',
  };
}
