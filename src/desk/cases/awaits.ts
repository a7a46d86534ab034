interface Open {
  readonly openBranches: number;
  readonly openProcedures: number;
  readonly openSurveys: number;
  readonly openConnections: number;
  readonly openObjections: number;
}

/** What an accepted case waits for before it can be granted; null when for nothing. A refusal waits for no objection. */
export function awaits({ openObjections, ...others }: Open): string | null {
  const before = awaitsAnyway(others);
  return before ?? (openObjections > 0 ? `有 ${openObjections} 件异议没有答复` : null);
}
/** The same, whichever way it is decided. A department may have several opinions to give. */
export function awaitsAnyway(open: Omit<Open, 'openObjections'>): string | null {
  const { openBranches, openProcedures, openSurveys, openConnections } = open;
  if (openProcedures > 0) return '特别程序没有结束';
  if (openSurveys > 0) return '等现场勘查';
  if (openBranches > 0) return `等 ${openBranches} 项部门意见`;
  return openConnections > 0 ? `等 ${openConnections} 家公用企业` : null;
}
