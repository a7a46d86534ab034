import type { Evaluation, Finding, ScoreRow } from './model.ts';

/** Small evaluations for tests: what is not said is empty. */
export const row = (path: string, given: Partial<ScoreRow> = {}): ScoreRow => ({
  path,
  name: path.split('/').at(-1)!,
  full: '5',
  claimed: '5',
  recomputed: null,
  status: 'judged',
  because: '',
  ...given,
});
export const finding = (id: string, given: Partial<Finding> = {}): Finding => ({
  id,
  kind: 'sum',
  verdict: 'contradiction',
  severity: 'minor',
  a: '1',
  b: '2',
  difference: '-1',
  calc: id,
  touches: null,
  where: [],
  ...given,
});
export function evaluation(given: {
  readonly rows?: readonly ScoreRow[];
  readonly content?: Partial<Evaluation>;
  readonly assessment?: Partial<Evaluation['assessment']>;
}): Evaluation {
  const assessment = {
    score: { rows: given.rows ?? [] },
    findings: [],
    forecast: [],
    missing: [],
    demandReason: [],
    unscored: [],
    settings: [],
    ...given.assessment,
  };
  const content = {
    state: 'draft',
    figures: {},
    goals: {},
    sheet: {},
    answers: {},
    units: [],
    signOffs: [],
    actions: [],
  };
  return {
    ...content,
    ...given.content,
    assessment,
    form: { name: '', source: '', groups: [], rows: [] },
  } as unknown as Evaluation;
}
