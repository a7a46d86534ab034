import { isCommon } from './common.ts';

const CLASSES: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
const classes = (password: string): number => CLASSES.filter((each) => each.test(password)).length;

/**
 * What is wrong with a password, in Chinese; empty when it will do. Ten characters, or eight of three classes (assessors
 * of 等保 ask for the latter, law-and-standards §7); not made of the account's name; not one of those tried first.
 */
export function passwordFaults(password: string, accountName: string): readonly string[] {
  const length = [...password].length;
  const faults: string[] = [];
  if (length < 8 || (length < 10 && classes(password) < 3))
    faults.push('至少 10 个字符，或至少 8 个字符且含大写字母、小写字母、数字、符号中的三种');
  if (accountName.length > 2 && password.toLowerCase().includes(accountName.toLowerCase()))
    faults.push('不能包含账号名');
  if (isCommon(password)) faults.push('太常见或太有规律');
  return faults;
}
