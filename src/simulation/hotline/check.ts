import { dueOf, type Targets } from './targets.ts';

/** What each measure of the hotline must count, by its full name. */
export const wanted = (targets: Targets): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts(targets)).map(([name, count]) => [`hotline.${name}`, count]));

const counts = (targets: Targets): Readonly<Record<string, number>> => ({
  'orders-received': targets.orders,
  'letters-received': targets.letters,
  redirected: targets.redirected,
  'hot-transferred': targets.transferred,
  'answered-directly': targets.direct,
  merged: targets.merged,
  withdrawn: targets.withdrawn,
  void: targets.void,
  'sent-back': targets.sentBack,
  'not-dispatched': 0,
  'carried-out': targets.carriedOut,
  'carried-in': targets.carriedIn,
  due: dueOf(targets),
  completed: dueOf(targets),
  'on-time': dueOf(targets) - targets.late,
  late: targets.late,
  'urgent-late': 0,
  urgent: targets.urgent,
  'called-back': targets.calledBack,
  'call-back-dissatisfied': targets.dissatisfied,
  'cases-put-forward': targets.casesPutForward,
  'cases-selected': targets.casesSelected,
});
