import type { Score } from './model.ts';

/** An evaluation in a list: `GET /api/evaluation-scores?year=`. */
export interface Scored {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly organisationName: string;
  readonly score: Omit<Score, 'rows'>;
  readonly findings: {
    readonly contradictions: number;
    readonly roundings: number;
    readonly doubtful: number;
  };
}
