import { change, type Action, type Write } from '#lib/action/action.ts';
import { rowsOfEach } from '#lib/action/need.ts';
import { canonical } from '#lib/action/engine/canonical.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { survey } from '../survey/survey.ts';
import { branch, type Branch } from './branch.ts';
import { timedBranch } from './clock.ts';

type Values = Readonly<Record<string, unknown>>;
type Patch = Values & { readonly state: string };
type Outcome = Patch | readonly [Patch, ...Write[]];
interface Given {
  readonly caseFile: CaseFile;
  readonly branchesInStep: readonly Branch[];
  readonly calendarInStep: CalendarTable;
}

/** The branches of every case whose clocks an action may move. */
const branchesOf = ({ noun }: Action) =>
  rowsOfEach(branch, ({ row }: { readonly row: Values }) => {
    const ids = noun === survey ? (row['cases'] as readonly string[]) : [row[noun.rootColumn ?? 'id']];
    return ids.map((id) => ({ caseId: id as string }));
  });

/** The cases whose clocks are written, as they will stand, by their ids. */
function movedCases(
  { noun }: Action,
  file: CaseFile,
  [patch, ...writes]: readonly [Patch, ...Write[]],
): ReadonlyMap<string, CaseFile> {
  const ofCases = writes.filter((each) => each.noun === caseFile && each.row !== null);
  const all: readonly (readonly [CaseFile, Values])[] = [
    ...(noun === caseFile ? [[file, patch] as const] : []),
    ...ofCases.map(({ row, values }) => [row as unknown as CaseFile, values] as const),
  ];
  const moved = all.filter(([, values]) => 'legalClock' in values || 'promisedClock' in values);
  return new Map(moved.map(([row, values]) => [row.id, { ...row, ...values }]));
}

const RUNNING: ReadonlySet<string> = new Set(['asked', 'sent-back']);
/** What the clock of its case makes of a branch under way; null where that changes nothing. */
function moved(mine: Branch, file: CaseFile | undefined, calendar: CalendarTable) {
  if (file === undefined || mine.kind !== 'opinion' || !RUNNING.has(mine.state)) return null;
  const is = timedBranch(mine, file, calendar);
  const isSame = mine.dueAt === is.dueAt && canonical(mine.clock) === canonical(is.clock);
  return isSame ? null : is;
}

/** The writes with every branch under way in step with its case, also one that the same action asks again. */
function inStep(action: Action, given: Given, outcome: readonly [Patch, ...Write[]]): Outcome {
  const { caseFile: file, branchesInStep, calendarInStep: calendar } = given;
  const cases = movedCases(action, file, outcome);
  const [patch, ...writes] = outcome;
  const written = new Set(writes.flatMap(({ noun, row }) => (noun === branch && row ? row.id : [])));
  const again = writes.map((each) => {
    if (each.noun !== branch || each.row === null) return each;
    const row = { ...each.row, ...each.values } as unknown as Branch;
    return { ...each, values: { ...each.values, ...moved(row, cases.get(row.caseId), calendar) } };
  });
  const others = branchesInStep.flatMap((each) => {
    const is = written.has(each.id) ? null : moved(each, cases.get(each.caseId), calendar);
    return is === null ? [] : [change(branch, each, is)];
  });
  return [patch, ...again, ...others];
}

/**
 * Puts an action under the rule that what moves the clocks of a case moves those of its branches under way: in which a
 * special procedure, a survey or a suspension begins, ends or changes its days.
 */
export const keepingStep = (action: Action): Action =>
  action.from === null
    ? action
    : {
        ...action,
        needs: { ...action.needs, branchesInStep: branchesOf(action), calendarInStep: calendarNow },
        decide: (given: never): unknown => {
          const outcome = action.decide(given) as Outcome;
          return inStep(action, given, (Array.isArray(outcome) ? outcome : [outcome]) as [Patch, ...Write[]]);
        },
      };
