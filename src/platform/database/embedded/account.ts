import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.js';

/** The operating-system account the server runs under. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = ['postgres', '_postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the existing cluster, otherwise
 * `postgres`, otherwise `nobody`. Everybody else runs the server as themselves (undefined).
 */
export function serverAccount(clusterOwner?: { uid: number; gid: number }): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  if (clusterOwner !== undefined && clusterOwner.uid !== 0) {
    const known = accounts.find((account) => account.uid === clusterOwner.uid);
    return { name: known?.name ?? String(clusterOwner.uid), uid: clusterOwner.uid, gid: clusterOwner.gid };
  }
  const chosen =
    PREFERRED.map((name) => accounts.find((account) => account.name === name)).find(
      (account) => account !== undefined,
    ) ?? accounts.find((account) => account.uid > 0);
  if (chosen !== undefined) return chosen;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root and this system has no other account. Start Touchline as an ordinary user or set DATABASE_URL.',
  );
}

/** Whether the account may enter the folder. Asked of the kernel, because mode bits alone ignore ACLs and mount options. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  if (account === undefined) return true;
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...identity(account), stdio: 'ignore' });
  if (probe.error !== undefined) {
    throw new EmbeddedPostgresError(
      `Root may not switch to the account "${account.name}" here (${probe.error.message}), and PostgreSQL does not run as root. ` +
        'Start Touchline as an ordinary user or set DATABASE_URL.',
    );
  }
  return probe.status === 0;
}

/** Spawn options that make a child run as the account. The working folder is one that everybody may enter. */
export function identity(account: Account | undefined): { uid?: number; gid?: number; cwd: string } {
  return account === undefined ? { cwd: '/' } : { uid: account.uid, gid: account.gid, cwd: '/' };
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
