import type { Person } from '#lib/action/person.ts';
import sayings from './sayings.json' with { type: 'json' };
import { suppliedLater, type Accepted } from './accepted.ts';
import { examined } from './examined.ts';
import { between, HOUR, later, limitsFrom, workingDays, type Writing } from './script.ts';
import { sheetLaid, WISH_SHEET } from './wish-sheet.ts';

const WAYS = ['counter', 'counter', 'counter', 'post', 'counter'] as const;
/** Who signed, or by which number the post has it: of the form that the post gives, two letters, nine digits, CN. */
const proofOf = (way: (typeof WAYS)[number], { matter }: Writing): string =>
  way === 'counter' ? '本人签收' : `邮政特快专递 EX${String(matter.index + 1).padStart(9, '0')}CN`;

/** 制证 and 送达. `then` is told after each. */
function handedOver(writing: Writing, accepted: Accepted, then: () => void): void {
  const { matter, staff, by, add, last, plan } = writing;
  const { department, elements } = matter.choice.item;
  const hasResult = elements.resultType !== undefined && elements.resultType !== 'none';
  if (hasResult && matter.fate.ending === 'granted')
    add(later(writing, last(), by.between(0.5, 7) * HOUR), 'case-file.issue', staff.sealer(department), {
      resultNumber: `〔${plan.year}〕${String(matter.index + 1).padStart(5, '0')}号`,
    });
  if (hasResult || matter.fate.ending === 'refused') then();
  const way = by.pick(WAYS);
  add(later(writing, last(), by.between(1, 20) * HOUR), 'case-file.deliver', accepted.clerk, {
    way,
    proof: proofOf(way, writing),
  });
  then();
}

/** 承诺核查 — after the decision; one in twenty is found wanting and put right. */
function promiseChecked(writing: Writing): void {
  const { matter, staff, by, add, last } = writing;
  if (matter.fate.acceptance !== 'committed' || matter.fate.ending !== 'granted') return;
  const decider = staff.decider(matter.choice.item.department);
  const isTrue = by.happens(0.95);
  add(later(writing, last(), workingDays(writing, by.between(2, 15))), 'case-file.check-promise', decider, {
    result: isTrue ? 'true' : 'put-right',
    finding: by.pick(isTrue ? sayings.promiseTrue : sayings.promisePut),
  });
  if (!isTrue)
    add(
      later(writing, last(), workingDays(writing, by.between(3, 12))),
      'case-file.confirm-put-right',
      decider,
      {
        finding: by.pick(sayings.putRight),
      },
    );
}

/** 撤回 — on the sheet that the applicant signed, laid with the case a moment before. */
function withdrawn({ matter, by, add, tell }: Writing, clerk: Person, at: number): void {
  const reason = by.pick(sayings.withdrawals);
  const laid = tell(sheetLaid(clerk, { itemName: matter.choice.item.name, reason, at }));
  add(laid + 1000, 'case-file.withdraw', clerk, { reason, sheet: WISH_SHEET });
}

/** From the acceptance to the end. `then` hears of every act that another place is told of. */
export function decidedCase(writing: Writing, accepted: Accepted, then: () => void = () => undefined): void {
  const { matter, staff, by, add } = writing;
  const { ending, acceptance, isLate } = matter.fate;
  const { department } = matter.choice.item;
  const { promised } = limitsFrom(writing, accepted.at!);
  if (ending === 'withdrawn') {
    withdrawn(writing, accepted.clerk, between(writing, [accepted.at!, promised], by.between(0.1, 0.6)));
    return;
  }
  if (acceptance === 'tolerant' && !suppliedLater(writing, accepted, promised)) return;
  const at = examined(writing, accepted);
  if (ending === 'refused')
    add(at, 'case-file.refuse', staff.decider(department), { reason: by.pick(sayings.refusals) });
  else add(at, 'case-file.grant', staff.decider(department), isLate ? { note: by.pick(sayings.late) } : {});
  handedOver(writing, accepted, then);
  promiseChecked(writing);
}
