/** 评分规则: read, print, score and invert the scoring rules of performance forms. Pure: no I/O, no clock. */
export type {
  Rule,
  Leaf,
  Metric,
  Formula,
  Term,
  Unit,
  Num,
  Bound,
  Band,
  Op,
  Limit,
  PartOfStep,
} from './rule.ts';
export type {
  StepPenalty,
  Bands,
  Checklist,
  PerCase,
  Proportional,
  States,
  Unless,
  OneOf,
  SumOf,
  Judged,
} from './rule.ts';
export type { Scored, RuleInputs, Range, Step } from './scored.ts';
export { defaultSettings, settingSentences, type RuleSettings } from './settings.ts';
export { parseRule } from './parse.ts';
export type { ParsedRule, RuleContext, FormFault } from './parsed.ts';
export { printRule } from './print.ts';
export { scoreRule } from './score.ts';
export { isReachable, type Reach } from './reachable.ts';
export { impliedRate, type Implied } from './implied.ts';
export type { End, Stretch } from './stretch.ts';
export { whatWouldItTake, type Move, type Goal } from './moves.ts';
export { metricNamed } from './metrics.ts';
export type { KnownMetric } from './metric-name.ts';
export { measure, isMeasured, type Measured, type Lacking } from './measure.ts';
export { fullOf } from './full-of.ts';
export { gradeOf, gradeWord, ministryScale, parseGradeScale, type GradeScale } from './grades.ts';
export { metricsOf } from './metrics-of.ts';
