/**
 * What an error of the database means for the caller. Messages of the server are never read (they are translated and
 * change); the three sentences below are the driver's own, which gives them no code.
 */
export type DatabaseFault =
  | 'unique'
  | 'foreign-key'
  | 'check'
  | 'not-null'
  | 'serialization'
  | 'deadlock'
  | 'lock-timeout'
  | 'cancelled'
  | 'privilege'
  /** The change may or may not have been committed: repeat it under its idempotency key. */
  | 'outcome-unknown'
  /** Nothing was sent: the server cannot be reached or takes no more connections. */
  | 'unavailable'
  | 'other';

const faults: Readonly<Record<string, DatabaseFault>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  '23502': 'not-null',
  '40001': 'serialization',
  '40P01': 'deadlock',
  '55P03': 'lock-timeout',
  '57014': 'cancelled',
  '42501': 'privilege',
  '40003': 'outcome-unknown',
  '08000': 'outcome-unknown',
  '08003': 'outcome-unknown',
  '08006': 'outcome-unknown',
  '08007': 'outcome-unknown',
  '57P01': 'outcome-unknown',
  '57P02': 'outcome-unknown',
  ECONNRESET: 'outcome-unknown',
  EPIPE: 'outcome-unknown',
  ETIMEDOUT: 'outcome-unknown',
  '08001': 'unavailable',
  '08004': 'unavailable',
  '53300': 'unavailable',
  '57P03': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ENOTFOUND: 'unavailable',
};

/** The SQLSTATE, or the system's code of a broken connection; undefined for anything else. */
export function sqlstateOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export function databaseFault(error: unknown): DatabaseFault {
  const code = sqlstateOf(error);
  const known = code === undefined ? undefined : faults[code];
  if (known) return known;
  const message = error instanceof Error ? error.message : '';
  if (
    /^timeout exceeded when trying to connect|^Connection terminated due to connection timeout/.test(message)
  )
    return 'unavailable';
  // The third is Citus: one worker has committed, another could not.
  return /^Connection terminated|^Client has encountered a connection error|could not commit/.test(message)
    ? 'outcome-unknown'
    : 'other';
}

/** The name of the violated constraint, to tell which field is at fault. */
export function constraintOf(error: unknown): string | undefined {
  const name = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return typeof name === 'string' ? name : undefined;
}
