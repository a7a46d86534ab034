import { isAnswered } from './answered.ts';
import { findCopied, type EarlierReply } from './copied.ts';
import { questionsIn } from './questions.ts';
import {
  CONTACTED,
  DATE,
  GREETING,
  OFFICE,
  PERSON,
  PHONE,
  REASON,
  ROUGH,
  THANKS,
  bare,
  substanceOf,
  unsigned,
} from './wording.ts';

export interface ReplyToCheck {
  /** The letter or call, title first. */
  readonly question: string;
  readonly reply: string;
  readonly earlierReplies: readonly EarlierReply[];
}
export type ReplyFault =
  | 'nothing-said'
  | 'unanswered'
  | 'copied'
  | 'rough'
  | 'no-reason'
  | 'no-contact'
  | 'no-date'
  | 'no-office'
  | 'no-phone'
  | 'impolite';
/** What a reviewer should look at. The check never refuses a reply: a person decides. */
export interface ReplyFinding {
  readonly kind: ReplyFault;
  readonly severity: 'major' | 'minor';
  /** In Chinese, with the next step. */
  readonly message: string;
}

/** An answer of fewer characters says nothing yet. Chosen on half of the replies marked by hand, tried on the other. */
const SAYS_SOMETHING = 30;

const major = (kind: ReplyFault, message: string): ReplyFinding => ({ kind, severity: 'major', message });
const minor = (kind: ReplyFault, message: string): ReplyFinding => ({ kind, severity: 'minor', message });

/** One open question among several answered is for the reviewer to weigh; none answered is grave. */
function openQuestions(letter: string, answer: string): readonly ReplyFinding[] {
  const asked = questionsIn(letter);
  const open = asked.filter((question) => !isAnswered(question, answer));
  const tell = open.length === asked.length ? major : minor;
  return open.map((question) => tell('unanswered', `来信问到“${question}”，答复中未见回应。请逐一答复`));
}

function findingsOfSubstance(letter: string, reply: string): readonly ReplyFinding[] {
  const substance = substanceOf(reply).join('，');
  if (bare(substance).length < SAYS_SOMETHING)
    return [major('nothing-said', '只有收悉、转办等套话，没有答复内容。请写明核实的情况、处理结果和依据')];
  return [
    ...openQuestions(letter, unsigned(reply)),
    ...(REASON.test(substance)
      ? []
      : [minor('no-reason', '没有说明核实的情况、依据或原因。请补充依据的规定或查明的事实')]),
  ];
}

const LACKS: readonly (readonly [missing: (text: string) => boolean, finding: ReplyFinding])[] = [
  [(text) => !CONTACTED.test(text), minor('no-contact', '没有写明是否、何时、怎样与来信人联系。请补充')],
  [(text) => !DATE.test(text), minor('no-date', '没有写明日期或办理期限。请写明何时办理、何时办结')],
  [
    (text) => !OFFICE.test(text) && !PERSON.test(text),
    minor('no-office', '没有写明由哪个单位或哪位工作人员负责。请补充'),
  ],
  [(text) => !PHONE.test(text), minor('no-phone', '没有留下咨询电话。请补充，便于来信人继续询问')],
  [
    (text) => !GREETING.test(text) || !THANKS.test(text),
    minor('impolite', '缺少问候或致谢。请以“您好”开头，并感谢来信人'),
  ],
];

/** What is lacking in a reply before it goes out, the grave first. None: nothing was noticed. */
export function checkReply({ question, reply, earlierReplies }: ReplyToCheck): readonly ReplyFinding[] {
  const text = unsigned(reply);
  const rough = ROUGH.exec(text);
  const copied = findCopied(reply, earlierReplies);
  const findings = [
    ...findingsOfSubstance(question, reply),
    ...(copied ? [major('copied', `与 ${copied.name} 的答复几乎相同。请针对本件重新答复`)] : []),
    ...(rough ? [major('rough', `用语生硬：“${rough[0]}”。请改为平和的说法`)] : []),
    ...LACKS.filter(([isMissing]) => isMissing(text)).map(([, finding]) => finding),
  ];
  return findings.toSorted((a, b) => Number(a.severity === 'minor') - Number(b.severity === 'minor'));
}
