import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';

/** Does this member no longer belong to the list of what the whole consists of? */
export const endsList = (whole: Statement, parts: readonly Statement[], part: Statement): boolean =>
  isOtherSide(whole, part) ||
  areNumbersOf(parts[0], part) ||
  parts.some((before) => isOfMember(part, before));

const isOtherSide = (whole: Statement, part: Statement): boolean =>
  /收入(?:合计|总计|决算)?$/.test(tight(whole.subject))
    ? /(?:支出|结余|结转)$/.test(tight(part.subject))
    : isSpending(whole) &&
      /(?:年末|期末|年终|结转下年)[^，,。]{0,8}$|(?:结余|结转)$/.test(tight(part.subject));
/** What is left is no part of what was spent. */
const isSpending = ({ subject }: Statement): boolean =>
  /支出(?:合计|总计|总额|决算)?(?:为|共|达)?$/.test(tight(subject));

/** 其中局机关编制47人，在职44人: the posts of one and those who hold them. */
const areNumbersOf = (first: Statement | undefined, part: Statement): boolean =>
  first !== undefined &&
  [first, part].some(({ subject }) => /编制数?$/.test(tight(subject))) &&
  [first, part].some(({ subject }) => /(?:在职|在岗|实有)(?:人员|人数|职工)?$/.test(tight(subject)));

/** 直接答复820件，转办380件，转办件办结376件: what begins with the name of a member speaks of that member. */
function isOfMember(part: Statement, member: Statement): boolean {
  const name = coreName(member.subject).replace(/[件户人个项]$/, '');
  const own = coreName(part.subject);
  return name.length >= 2 && own.startsWith(name) && own.length > name.length + 1;
}
