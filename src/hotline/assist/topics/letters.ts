import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { refusals, refuse } from '#lib/refusal.ts';

refusals({
  'hotline.unreadable-row': {
    status: 422,
    message: '第 {row} 行不能使用：{why}',
    next: '每行应为一个 JSON 对象：{"label", "title", "body"} 或 {"label", "tokens"}，请改正后再试',
  },
  'hotline.unreadable-rows': {
    status: 422,
    message: '文件中没有一行数据',
    next: '每行应为一个 JSON 对象：{"label", "title", "body"} 或 {"label", "tokens"}',
  },
});

/** A letter whose topic is known. */
export interface Letter {
  readonly label: string;
  /** What the model learns from: the words where the file has them, else title and text. */
  readonly text: string;
  /** Title and text as written, where the file has both those and words. */
  readonly written?: string;
  /** Near-identical letters share it and stay together when rows are split. */
  readonly group?: string;
}

const GZIP = [0x1f, 0x8b] as const;
function unzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    return refuse('hotline.unreadable-rows');
  }
}

/** The lines of a JSONL file, zipped or not, as objects with their line numbers. Empty lines are skipped. */
export function readLines(bytes: Uint8Array): readonly (readonly [row: number, value: object])[] {
  const isZipped = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
  const text = new TextDecoder().decode(isZipped ? unzipped(bytes) : bytes).replace(/^\uFEFF/, '');
  const lines = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [[i + 1, line] as const]));
  if (lines.length === 0) refuse('hotline.unreadable-rows');
  return lines.map(([row, line]) => {
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null) return [row, value] as const;
    } catch {
      // told below
    }
    return refuse('hotline.unreadable-row', { row, why: '不是一个 JSON 对象' });
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function letterOf(row: number, value: Readonly<Record<string, unknown>>): Letter {
  const label = textOf(value['label']);
  const tokens = textOf(value['tokens']);
  const written = `${textOf(value['title'])}\n${textOf(value['body'])}`.trim();
  if (label === '') refuse('hotline.unreadable-row', { row, why: '没有 label' });
  if (tokens === '' && written === '') refuse('hotline.unreadable-row', { row, why: '没有正文' });
  const group = value['dupGroup'];
  return {
    label,
    text: tokens === '' ? written : tokens,
    ...(tokens !== '' && written !== '' ? { written } : {}),
    ...(typeof group === 'string' || typeof group === 'number' ? { group: String(group) } : {}),
  };
}

/** Letters of a JSONL file: `{label, tokens}` or `{label, title, body}` a line. Refuses `hotline.unreadable-row`. */
export const readLetters = (bytes: Uint8Array): readonly Letter[] =>
  readLines(bytes).map(([row, value]) => letterOf(row, value as Readonly<Record<string, unknown>>));

const FINGERPRINT_BYTES = 6;
/** Tells whether a letter is one the model was trained on, without keeping the letter. Spaces do not count. */
export const fingerprint = (text: string): number =>
  createHash('sha256').update(text.replace(/\s+/g, '')).digest().readUIntBE(0, FINGERPRINT_BYTES);
