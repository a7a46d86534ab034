import type { App } from '#lib/app.ts';
import type { NamedFile } from '#documents/index.ts';
import { caseFile } from '../file/case-file.ts';
import { land, type Imported, type Importing } from '../reading/land.ts';
import type { BrokenRow } from '../reading/told-rows.ts';
import type { ElsewhereInput } from './input.ts';
import { planCases, type Reads } from './plan-cases.ts';

interface Choices extends Importing {
  /** 来源系统 of rows that name none. */
  readonly system?: string | undefined;
}

/**
 * 导入外部系统办件 — records the new cases of a file and updates those the source tells differently now. Sound rows land,
 * broken ones are listed; repeating it changes nothing and goes on where it was killed.
 */
export async function importCases(
  app: Reads & Pick<App, 'engine'>,
  file: NamedFile,
  { system, ...choices }: Choices = {},
): Promise<Imported> {
  const { wishes, unchanged, broken } = await planCases(app, file, system);
  return land(app, { wishes, unchanged: unchanged.length, broken }, choices);
}

interface Named {
  readonly row: number;
  /** 来源编号. */
  readonly code: string;
  /** 事项编码. */
  readonly name: string;
}
/** What an import of the file would do, row by row; nothing is written. */
export interface CasePreview {
  readonly new: readonly Named[];
  readonly changed: readonly (Named & { readonly differences: readonly { readonly title: string }[] })[];
  readonly unchanged: readonly Named[];
  readonly broken: readonly BrokenRow[];
}
const named = ({ row, input }: { readonly row: { readonly row: number }; readonly input: object }): Named => {
  const { sourceId, item } = input as ElsewhereInput;
  return { row: row.row, code: sourceId, name: item };
};
const titleOf = (name: string): string => caseFile.columns[name]?.title ?? name;

/** 导入预览. */
export async function previewCases(
  app: Reads,
  file: NamedFile,
  { system }: Pick<Choices, 'system'> = {},
): Promise<CasePreview> {
  const { wishes, unchanged, broken } = await planCases(app, file, system);
  return {
    new: wishes.filter(({ id }) => id === null).map(named),
    changed: wishes
      .filter(({ id }) => id !== null)
      .map((wish) => ({
        ...named(wish),
        differences: wish.changes.map((each) => ({ title: titleOf(each) })),
      })),
    unchanged: unchanged.map(named),
    broken: broken.toSorted((a, b) => a.row - b.row),
  };
}
