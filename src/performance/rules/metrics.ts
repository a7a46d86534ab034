import type { Metric } from './rule.ts';

/** A metric every form knows under some name. */
export interface KnownMetric extends Metric {
  /** Where the formula comes from. */
  readonly source: string;
  readonly aliases: readonly string[];
}
/** The metric an indicator's name means, in any form's wording; undefined when it is not in the catalogue. */
export function metricNamed(name: string, definition?: string): KnownMetric | undefined {
  void name;
  void definition;
  return undefined;
}
