import type { AuditedDocument } from '../audit.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

const PREFIX =
  /^(?:[\u4e00-\u9fff]{0,8}?[省市县区镇乡州旗])?([\u4e00-\u9fff]{2,16}?(?:局|委员会|委|办公室|办|中心|政府|院))(?=.{2})/;

/** 县林业局编制数45人 in the report of that very bureau speaks of 编制数; another organisation keeps its name. */
export function withoutOwnName(statement: Statement, { title, unit }: AuditedDocument): Statement {
  const subject = tight(statement.subject);
  const found = PREFIX.exec(subject);
  if (!found || !`${tight(title)} ${tight(unit ?? '')}`.includes(found[1] ?? '')) return statement;
  return { ...statement, subject: subject.slice(found[0].length) };
}
