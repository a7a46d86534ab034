/** One choice of an earlier question that must have been made: the question, and which of its choices. */
export interface Condition {
  readonly question: string;
  readonly oneOf: readonly string[];
}
/**
 * 情形 — a question that is asked before anything is asked for. Question and choices are known by their words: they are
 * short, a person reads them everywhere, and an edition never changes.
 */
export interface Situation {
  readonly question: string;
  readonly choices: readonly string[];
  /** Asked only when all of these hold; of earlier questions. */
  readonly when?: readonly Condition[];
}
/** 办理环节 — what one department does. Those of one stage go side by side (并联); a stage begins when the one before ended. */
export interface Step {
  readonly stage: number;
  readonly department: string;
  readonly task: string;
  /** In the unit of the promised limit; null where only the whole is limited. */
  readonly days: number | null;
  /** 下级初审: a lower body examines before everything goes to the body that decides (行政许可法 43). */
  readonly isFirstReview?: boolean;
}
/** Its place in the order: a first review goes before all that the higher body does. */
export const stageOf = ({ stage, isFirstReview }: Pick<Step, 'stage' | 'isFirstReview'>): number =>
  isFirstReview === true ? 0 : stage;
/** 现场勘查 — a department that goes to see, and what it looks for there. */
export interface Survey {
  readonly department: string;
  readonly conditions: readonly string[];
}
/** 告知承诺 — what the applicant promises instead of bringing a proof. */
export interface Commitment {
  readonly text: string;
  /** To whom or what it is not open (国办发〔2020〕42号). */
  readonly exclusions: readonly string[];
  /** Names of the materials that are then no longer asked for. */
  readonly replaces: readonly string[];
  /** Working days after the decision within which it is checked; null: within what the place has set for all. */
  readonly checkWithin: number | null;
}
