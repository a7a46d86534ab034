import type { Service } from '#cases/utilities/words.ts';
import type { Light } from './words.ts';

/** What waits for somebody other than who asked: what it is called, and as a task of whoever may settle it. */
export const REQUEST_KINDS = {
  extension: { title: '延期', todo: '等您批准的延期' },
  suspend: { title: '中止', todo: '等您批准的中止' },
  terminate: { title: '终止', todo: '等您批准的终止' },
  green: { title: '绿色通道', todo: '等您批准的绿色通道' },
  correction: { title: '决定更正', todo: '等您复核的决定更正' },
  objection: { title: '异议', todo: '待答复的异议' },
  hearing: { title: '听证', todo: '待组织的听证' },
} as const;
export type RequestKind = keyof typeof REQUEST_KINDS;

/** Something with a day by which, and its light. */
export interface Due {
  readonly dueAt: string | null;
  readonly light: Light | null;
}
/** As `GET /api/cases/mine` gives it. */
export interface Request extends Due {
  readonly kind: RequestKind;
  readonly noun: string;
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly reason: string | null;
  readonly askedAt: string;
}
/** 公用报装 of the asker's firm. */
export interface Connection extends Due {
  readonly id: string;
  readonly number: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly service: Service;
  readonly state: string;
  readonly askedAt: string;
}
/** The nearest of them; null where none has a day. */
export const firstDue = (all: readonly Due[]): Due | null =>
  all
    .filter(({ dueAt }) => dueAt !== null)
    .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))
    .at(0) ?? null;

const PAGES: Readonly<Record<string, string>> = {
  'decision-correction': '/records/decision-corrections',
  'case-objection': '/records/case-objections',
  hearing: '/records/hearings',
};
/** Where it is settled: on the page of its case, or on its own. */
export const requestPage = ({ noun, id }: Pick<Request, 'noun' | 'id'>): string =>
  `${PAGES[noun] ?? '/cases'}/${id}`;
