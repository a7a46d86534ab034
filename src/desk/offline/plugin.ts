import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { intakeWorker } from './intake-worker.ts';

const PAGES = ['/cases/NewCasePage.vue', '/cases/OutboxNote.vue'];
const NAME = 'cases/intake-worker.js';

interface Piece {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly viteMetadata?: {
    readonly importedCss: ReadonlySet<string>;
    readonly importedAssets: ReadonlySet<string>;
  };
}
/** Every file that the entry and the intake page are made of, as the server names it, in a lasting order. */
export function filesOf(bundle: Readonly<Record<string, Piece>>): readonly string[] {
  const pieces = Object.values(bundle);
  const seen = new Set<string>();
  const walk = (piece: Piece | undefined): void => {
    if (!piece || seen.has(piece.fileName)) return;
    seen.add(piece.fileName);
    for (const name of piece.imports ?? []) walk(bundle[name]);
    for (const name of piece.viteMetadata?.importedCss ?? []) seen.add(name);
    for (const name of piece.viteMetadata?.importedAssets ?? []) seen.add(name);
  };
  for (const piece of pieces)
    if (piece.isEntry || PAGES.some((page) => piece.facadeModuleId?.endsWith(page))) walk(piece);
  return [...seen].toSorted().map((name) => `/desk/${name}`);
}
/** The worker's file: another build has other files, so another version, so the browser fetches it anew. */
export function workerText(files: readonly string[]): string {
  const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
  return `(${intakeWorker.toString()})(self, ${JSON.stringify(version)}, ${JSON.stringify(files)});\n`;
}

/** Writes the service worker of the intake page beside the built desk. */
export const offlineIntake = (): Plugin => ({
  name: 'yichuang:offline-intake',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = filesOf(bundle as unknown as Readonly<Record<string, Piece>>);
    this.emitFile({ type: 'asset', fileName: NAME, source: workerText(files) });
  },
});
