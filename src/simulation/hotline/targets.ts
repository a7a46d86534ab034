/**
 * What the hotline's year adds up to. The first eight figures are those a district published for 2020 (self-evaluation,
 * 一、基本概况); how received became due was never published, so the other lines are assumed: plausible sizes that add up.
 */
export interface Targets {
  /** 热线工单 and 信箱来信 registered in the year. */
  readonly orders: number;
  readonly letters: number;
  /** 紧急工单, all of them hotline orders. */
  readonly urgent: number;
  /** Late among the due, none of them urgent. */
  readonly late: number;
  /** 回访（抽查）, and those of them that were 不满意. */
  readonly calledBack: number;
  readonly dissatisfied: number;
  /** 典型案例: put forward by units, then selected and sent to the city. */
  readonly casesPutForward: number;
  readonly casesSelected: number;
  // Assumed, each.
  readonly redirected: number;
  readonly transferred: number;
  readonly direct: number;
  readonly merged: number;
  readonly withdrawn: number;
  readonly void: number;
  readonly sentBack: number;
  /** Registered in the year, due in the next; registered the year before, due in this one. */
  readonly carriedOut: number;
  readonly carriedIn: number;
  readonly reworked: number;
  readonly returned: number;
  readonly extended: number;
  readonly transfers: number;
}

export const published2020: Targets = {
  orders: 11_204,
  letters: 301,
  urgent: 235,
  late: 6,
  calledBack: 2037,
  dissatisfied: 25,
  casesPutForward: 65,
  casesSelected: 24,
  redirected: 38,
  transferred: 9,
  direct: 83,
  merged: 34,
  withdrawn: 11,
  void: 5,
  sentBack: 9,
  carriedOut: 216,
  carriedIn: 203,
  // 返工率 0.30 % of 11,303.
  reworked: 34,
  returned: 312,
  extended: 148,
  transfers: 57,
};

/** Received that never became due: what left the way before. 189 in 2020. */
const neverDue = (targets: Targets): number =>
  targets.redirected +
  targets.transferred +
  targets.direct +
  targets.merged +
  targets.withdrawn +
  targets.void +
  targets.sentBack;

/** 应办理 — 11,204 + 301 − 189 − 216 + 203 = 11,303. */
export const dueOf = (targets: Targets): number =>
  targets.orders + targets.letters - neverDue(targets) - targets.carriedOut + targets.carriedIn;

/** So many times the year, or a small part of it with at least one of each kind. */
export function scaled(targets: Targets, by: number): Targets {
  const entries = Object.entries(targets).map(([name, count]) => [
    name,
    Math.max(1, Math.round((count as number) * by)),
  ]);
  return Object.fromEntries(entries) as unknown as Targets;
}
