const GROUPS = '(\\d{4})-(\\d{6})-(\\d{2})-(\\d{2})-(\\d{6})';
/** 投资项目代码 as printed on its notices: 24 signs in five groups. */
export const PROJECT_CODE = GROUPS.replaceAll(/[()]/g, '');
const PARTS = new RegExp(`^${GROUPS}$`);
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/**
 * Whether it can be a project code: year (`2020`) or year and month (`2107`), division or department, two classes, serial
 * number. No check sign is published for it, so a slip inside a group is not found.
 */
export function isProjectCode(code: string): boolean {
  const first = PARTS.exec(code)?.[1];
  if (first === undefined) return false;
  const month = Number(first.slice(2));
  const isYear = Number(first) >= FIRST_YEAR && Number(first) <= LAST_YEAR;
  return isYear || (month >= 1 && month <= 12);
}
