import type { App } from '#lib/app.ts';
import type { NamedFile } from '#documents/index.ts';
import { differencesOf, type Difference } from '../compare/compare.ts';
import { ELEMENT_KEYS } from '../elements/elements.ts';
import { planImport } from './plan-import.ts';
import { understandFile, type BrokenRow, type SoundItem } from './understand-file.ts';

interface Named {
  readonly row: number;
  readonly code: string;
  readonly name: string;
}
/** What an import of the file would do, row by row; nothing is written. `own` is what stands here, `theirs` what the file says. */
export interface ImportPreview {
  readonly new: readonly Named[];
  readonly changed: readonly (Named & { readonly differences: readonly Difference[] })[];
  readonly unchanged: readonly Named[];
  readonly broken: readonly BrokenRow[];
}
const named = ({ row, code, elements }: SoundItem): Named => ({ row, code, name: elements.name! });

/** 导入预览. */
export async function previewItems(app: Pick<App, 'query'>, file: NamedFile): Promise<ImportPreview> {
  const { fresh, changed, unchanged, broken } = await planImport(app, await understandFile(file));
  return {
    new: fresh.map(named),
    changed: changed.map(({ before, item }) => ({
      ...named(item),
      differences: differencesOf(before, item.elements, ELEMENT_KEYS),
    })),
    unchanged: unchanged.map(named),
    broken: broken.toSorted((a, b) => a.row - b.row),
  };
}
