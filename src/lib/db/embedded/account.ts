import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The system user a server runs as; PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The first of the names in a passwd file; `nobody` has the same number everywhere should the file lack it. */
export function accountNamed(passwd: string, names: readonly string[]): Account {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  const found = names.map((name) => lines.find((line) => line[0] === name)).find(Boolean);
  return {
    name: found?.[0] ?? 'nobody',
    uid: Number(found?.[2] ?? 65_534),
    gid: Number(found?.[3] ?? 65_534),
  };
}

/**
 * Who shall run the server: undefined means whoever runs this program. As root it is the owner of the cluster that is
 * there, else `postgres`, else `nobody`.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  return accountNamed(readFileSync('/etc/passwd', 'utf8'), ['postgres', 'nobody']);
}

/** The number of the user the server would run as when the system has no name for it, as in many containers. */
export function namelessUid(account: Account | undefined): number | undefined {
  if (account)
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .some((line) => line.split(':')[2] === String(account.uid))
      ? undefined
      : account.uid;
  try {
    userInfo();
    return undefined;
  } catch {
    return process.getuid?.();
  }
}
