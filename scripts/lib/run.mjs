/** Runs other programs, so that somebody who watches always knows that something goes on. */
import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 20_000;

/**
 * @typedef {{ status: number, output: string, seconds: number }} Ended
 * @typedef {{ cwd?: string, env?: Record<string, string | undefined> }} Where
 */

/**
 * Runs a program with its output in sight.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Where} [where]
 * @returns {Promise<Ended>}
 */
export function runVisibly(command, args, where = {}) {
  return run(command, args, where, 'inherit');
}

/**
 * Runs a program and keeps its output for whoever asks afterwards.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Where} [where]
 * @returns {Promise<Ended>}
 */
export function runQuietly(command, args, where = {}) {
  return run(command, args, where, 'pipe');
}

function run(command, args, { cwd, env }, output) {
  const start = Date.now();
  const seconds = () => (Date.now() - start) / 1000;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      // npm and npx are .cmd files there, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
    const heartbeat = setInterval(() => console.log(`  … ${Math.round(seconds())} s`), HEARTBEAT_MS);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(heartbeat);
      resolve({ status: code ?? 1, output: text, seconds: seconds() });
    });
  });
}
