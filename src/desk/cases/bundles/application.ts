import { applicationBody, type Written } from '../application.ts';
import type { AskedPapers } from '../asked.ts';
import type { DraftShown } from '../draft/draft.ts';
import type { HeldPaper } from '../held.ts';

/** 一件事办理指南 as the window works by it: what is asked after the answers so far. */
export interface Guide {
  readonly id: string;
  readonly items: readonly { readonly name: string }[];
  readonly questions: readonly { readonly question: string; readonly choices: readonly string[] }[];
  readonly papers: readonly {
    readonly name: string;
    readonly copies: number | null;
    readonly isMain: boolean;
    readonly because: string | null;
    readonly isAsked: boolean;
    readonly items: readonly string[];
  }[];
  readonly saved: { readonly copiesSaved: number; readonly tripsSaved: number } | null;
}

/** The papers of all items, each once, with the items that ask for it. */
export const papersOf = ({ papers }: Pick<Guide, 'papers'>): AskedPapers => ({
  asked: papers
    .filter(({ isAsked }) => isAsked)
    .map(({ name, isMain, copies, items }) => ({
      name,
      isMain,
      isOptional: false,
      form: copies === null ? '' : `${copies} 份`,
      hint: `用于${items.join('、')}`,
    })),
  leftOut: papers
    .filter(({ isAsked }) => !isAsked)
    .map(({ name, because }) => ({ name, because: because ?? '' })),
});

/** With the draft of somebody who is known: what the office holds of theirs is not asked for again. */
export function withDraft(papers: AskedPapers, draft: Pick<DraftShown, 'papers'> | null): AskedPapers {
  const held = new Map(
    (draft?.papers ?? []).flatMap(({ name, standing, because }) =>
      standing === 'waived' ? [[name, because ?? ''] as const] : [],
    ),
  );
  const isHeld = ({ name }: { readonly name: string }): boolean => held.has(name);
  return {
    asked: papers.asked.filter((each) => !isHeld(each)),
    leftOut: [
      ...papers.leftOut.filter((each) => !isHeld(each)),
      ...[...held].map(([name, because]) => ({ name, because })),
    ],
  };
}

/** With what the office holds of whoever stands at the counter. */
export const withHeld = (papers: AskedPapers, held: readonly HeldPaper[]): AskedPapers =>
  withDraft(papers, {
    papers: held
      .filter(({ name }) => papers.asked.some((each) => each.name === name))
      .map(({ name, number }) => ({ name, standing: 'waived', because: `已发（${number}）`, files: [] })),
  });

/** An application for a theme as the API takes it: that of one item, with the theme in its place. */
export function bundleBody(
  written: Written,
  { guide, isTogether }: { readonly guide: Pick<Guide, 'id' | 'papers'>; readonly isTogether: boolean },
): Readonly<Record<string, unknown>> {
  const asked = new Set(papersOf(guide).asked.map(({ name }) => name));
  const { item: _, ...body } = applicationBody(written, { isInstant: false, asked });
  return { ...body, theme: guide.id, isTogether };
}
