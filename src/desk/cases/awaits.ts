interface Open {
  readonly openBranches: number;
  readonly openProcedures: number;
  readonly openSurveys: number;
}

/** What an accepted case waits for before it can be decided; null when for nothing. */
export function awaits({ openBranches, openProcedures, openSurveys }: Open): string | null {
  if (openProcedures > 0) return '特别程序没有结束';
  if (openSurveys > 0) return '等现场勘查';
  return openBranches > 0 ? `等 ${openBranches} 个部门` : null;
}
