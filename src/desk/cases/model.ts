import type { Row } from '#desk/api/program.ts';
import type { Elements } from '#catalogue/elements/elements.ts';
import type { Clock } from '#calendar/clock.ts';
import type { Step } from '#calendar/steps.ts';
import type { Gap, Paper } from '#cases/file/paper.ts';
import type { CommitmentSigned } from '#cases/commitment/words.ts';
import type { AskedRevocation } from '#cases/after/words.ts';
import type { AskedExtension, AskedGreen, Chase, Delivery, GreenChannel } from '#cases/file/kept.ts';
import type { AskedHalt, Halt } from '#cases/halt/words.ts';
import type { TolerancePromise } from '#cases/tolerance/words.ts';
import type { CaseState } from '#cases/words.ts';

/** 事项 as the catalogue gives it; the elements come with the detail. */
export interface ItemShown extends Row {
  readonly name: string;
  readonly body: string;
  readonly kind: 'instant' | 'promised' | null;
  readonly isOnApplication: boolean;
  readonly elements: Elements;
}

/** 办件 as it is read, names and numbers masked. Instants are UTC, days are days. */
export interface CaseFile extends Row {
  readonly state: CaseState;
  readonly item: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly kind: 'instant' | 'promised';
  readonly isLicence: boolean;
  readonly isSeparated: boolean;
  readonly answers: Readonly<Record<string, string>> | null;
  readonly channel: string;
  readonly windowType: string | null;
  readonly level: string;
  readonly place: string;
  readonly department: string;
  readonly authority: string;
  readonly isOnBehalf: boolean | null;
  readonly agentName: string | null;
  readonly applicantKind: string;
  readonly applicantName: string | null;
  readonly applicantId: string | null;
  readonly creditCode: string | null;
  readonly phone: string | null;
  readonly matter: string | null;
  readonly matterWhole: string | null;
  readonly papers: readonly Paper[];
  readonly receivedAt: string;
  readonly tellByAt: string | null;
  readonly openChecks: number | null;
  readonly gaps: readonly Gap[] | null;
  readonly correctBy: string | null;
  readonly acceptance: string | null;
  readonly acceptedAt: string | null;
  readonly legalClock: Clock | null;
  readonly legalDueAt: string | null;
  readonly legalDueBecause: readonly Step[] | null;
  readonly promisedClock: Clock | null;
  readonly promisedDueAt: string | null;
  readonly promisedDueBecause: readonly Step[] | null;
  readonly askedExtension: AskedExtension | null;
  /** 中止或终止 that waits for another person; then the standstill that was agreed to. */
  readonly askedHalt: AskedHalt | null;
  readonly halt: Halt | null;
  readonly askedRevocation: AskedRevocation | null;
  readonly openProcedures: number | null;
  readonly openSurveys: number | null;
  readonly openConnections: number | null;
  readonly openObjections: number | null;
  readonly outstandingDueAt: string | null;
  readonly isSupplied: boolean | null;
  readonly tolerancePromise: TolerancePromise | null;
  readonly chases: readonly Chase[] | null;
  readonly promise: string | null;
  readonly checkDueOn: string | null;
  readonly openBranches: number | null;
  readonly examinedAt: string | null;
  readonly decidedAt: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  /** 撤回申请书 on which a window took it back. */
  readonly wishSigned: CommitmentSigned | null;
  readonly isOnTime: boolean | null;
  readonly isPromiseKept: boolean | null;
  readonly workingDaysUsed: number | null;
  readonly resultNumber: string | null;
  readonly validUntil: string | null;
  readonly deemedRenewedAt: string | null;
  readonly issueDueAt: string | null;
  readonly delivery: Delivery | null;
  readonly deliveredTo: string | null;
  readonly askedGreen: AskedGreen | null;
  readonly green: GreenChannel | null;
  readonly greenBefore: readonly GreenChannel[] | null;
  readonly bundle: string | null;
  readonly project: string | null;
  readonly projectStage: string | null;
}
