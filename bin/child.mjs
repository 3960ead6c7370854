// Starts the programs the launcher needs: quietly, with their output kept, or in the foreground in the launcher's place.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const KEPT_BYTES = 64 * 1024;

/** A program failed; `output` is the end of what it printed. */
export class ChildFailure extends Error {
  constructor(command, how, output) {
    super(`${command} ${how}`);
    this.output = output;
  }
}

/** Runs a program to its end and returns what it printed. Ctrl-C ends it too, as it is on the same terminal. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_BYTES);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const forward = PASSED_ON.map((signal) => [signal, () => child.kill(signal)]);
    for (const [signal, listener] of forward) process.once(signal, listener);
    const settle = () => {
      for (const [signal, listener] of forward) process.off(signal, listener);
    };
    child.once('error', (error) => {
      settle();
      reject(new ChildFailure(command, `could not be started: ${error.message}`, ''));
    });
    child.once('close', (code, signal) => {
      settle();
      if (code === 0) resolve(output);
      else reject(new ChildFailure(command, signal ? `was ended by ${signal}` : `failed with code ${code}`, output));
    });
  });
}

/**
 * Runs a program in our place: its input and output are ours, each signal reaches it once, and when it ends we end the
 * same way. We outlive it, so that whoever waits for us (npm, a terminal, a service manager) waits until it has drained.
 */
export function runInForeground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    const forwarded = new Set();
    const forward = (signal) => {
      if (forwarded.has(signal)) return;
      forwarded.add(signal);
      child.kill(signal);
    };
    for (const signal of PASSED_ON) process.on(signal, forward);
    const orphaned = watchParents(() => forward('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(orphaned);
      for (const name of PASSED_ON) process.off(name, forward);
      if (signal) {
        process.kill(process.pid, signal);
        // A signal that does not end us, or not at once, still must not look like success.
        process.exitCode = 1;
        return;
      }
      resolve(code ?? 1);
    });
  });
}

/**
 * npm starts us through a shell, and neither passes every signal on: when one of them is killed, nobody is left who could
 * stop us. So their disappearance counts as the signal.
 */
function watchParents(onOrphaned) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  const npm = isScriptShell(shell) ? parentOf(shell) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || parentOf(shell) === npm)) return;
    clearInterval(timer);
    onOrphaned();
  }, 500);
  timer.unref();
  return timer;
}

/** Whether this is `sh -c <script>`; a shell that replaced itself by us leaves npm as our parent. */
function isScriptShell(pid) {
  return fromProc(pid, 'cmdline')?.split('\0')[1] === '-c';
}

function parentOf(pid) {
  const stat = fromProc(pid, 'stat');
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Undefined where there is no /proc. */
function fromProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
