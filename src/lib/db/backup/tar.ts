import type { FileHandle } from 'node:fs/promises';

/**
 * Just enough of POSIX tar (ustar) to write plain files and read them back as streams. A backup can so be opened with
 * any tool in twenty years: `tar xf`, `zcat tables/entry/*.gz`.
 */
const BLOCK = 512;
const READ = 1 << 20;
const NAME = 100;
const PREFIX = 155;

/** Takes the bytes in order; waits until they are taken. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Octal digits with a closing NUL, as tar writes numbers. */
const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`;

function checksum(header: Buffer): number {
  let sum = 8 * 32; // the checksum's own field counts as blanks
  for (let i = 0; i < BLOCK; i += 1) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return sum;
}

/** A name longer than 100 bytes is cut at a slash; its head goes into the prefix. */
function splitName(name: string): readonly [prefix: string, name: string] {
  if (Buffer.byteLength(name) <= NAME) return ['', name];
  const cut = name.indexOf('/', name.length - NAME - 1);
  const isAscii = Buffer.byteLength(name) === name.length;
  if (!isAscii || cut < 0 || cut > PREFIX) throw new RangeError(`name is too long for tar: ${name}`);
  return [name.slice(0, cut), name.slice(cut + 1)];
}

/** The block before a file's contents. Same contents, same bytes: the time is always the epoch. */
function tarHeader(path: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const [prefix, name] = splitName(path);
  header.write(name, 0);
  header.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 100);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345);
  header.write(`${octal(checksum(header), 7)} `, 148);
  return header;
}

const padding = (size: number) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** Writes one file whose contents come in pieces that make up exactly `size` bytes. */
export async function writeMember(
  sink: Sink,
  path: string,
  size: number,
  contents: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await sink(tarHeader(path, size));
  let written = 0;
  for await (const piece of contents) {
    written += piece.length;
    await sink(piece);
  }
  if (written !== size) throw new Error(`${path} has changed while it was read`);
  await sink(padding(size));
}

/** Two empty blocks close the file. */
export const writeEnd = (sink: Sink): Promise<void> => sink(Buffer.alloc(2 * BLOCK));

export interface Member {
  readonly path: string;
  readonly size: number;
  /** The contents in pieces of at most a megabyte. */
  contents(): AsyncGenerator<Buffer>;
}

/** The file ends too early, or a byte is not what we would have written; says which, for the person. */
export class TarFault extends Error {}

async function readExactly(file: FileHandle, length: number, at: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) throw new TarFault('文件不完整');
    filled += bytesRead;
  }
  return bytes;
}

const text = (header: Buffer, from: number, length: number) =>
  header.toString('utf8', from, from + length).replace(/\0.*$/s, '');

/** Only headers as we write them are taken: then there is no byte in a backup that could change unnoticed. */
function readHeader(header: Buffer): { readonly path: string; readonly size: number } {
  const prefix = text(header, 345, PREFIX);
  const path = (prefix ? `${prefix}/` : '') + text(header, 0, NAME);
  const size = Number.parseInt(text(header, 124, 12), 8);
  const isOurs = path !== '' && size >= 0 && header.equals(tarHeader(path, size));
  if (!isOurs) throw new TarFault('文件头不符');
  return { path, size };
}

const isEmpty = (bytes: Buffer) => bytes.every((byte) => byte === 0);

async function readEnd(file: FileHandle, at: number): Promise<void> {
  const { size } = await file.stat();
  if (size !== at + BLOCK || !isEmpty(await readExactly(file, BLOCK, at))) throw new TarFault('文件尾不符');
}

/** The files of a tar, in order. Contents that are not asked for are skipped without being read. */
export async function* readMembers(file: FileHandle): AsyncGenerator<Member> {
  let at = 0;
  for (;;) {
    const header = await readExactly(file, BLOCK, at);
    const start = at + BLOCK;
    if (isEmpty(header)) return readEnd(file, start);
    const { path, size } = readHeader(header);
    async function* contents() {
      for (let done = 0; done < size; done += READ)
        yield await readExactly(file, Math.min(READ, size - done), start + done);
    }
    yield { path, size, contents };
    const rest = padding(size).length;
    if (!isEmpty(await readExactly(file, rest, start + size))) throw new TarFault('填充字节不符');
    at = start + size + rest;
  }
}
