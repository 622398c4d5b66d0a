/** What keeps a stranger's program away from this machine. `docs/notes/sandbox.md` says what each wall was tried against. */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { batchHost } from './node-batch-host.ts';

export interface Boundary {
  readonly name: 'bubblewrap' | 'quickjs';
  /** For people. */
  readonly says: string;
  /** Programs and their arguments that stand before Node's. */
  readonly command: readonly string[];
  readonly args: readonly string[];
}

const MEMORY_MB = 512;
/** V8 may hold this beside its heap: the engine, code, buffers. The kernel counts what can be written to. */
const DATA_KB = 2 * 1024 * MEMORY_MB;

/**
 * An empty machine: no network, no processes of others, no file but the programs and libraries that Node needs, nothing that can be written to but a small
 * memory. `ulimit` bounds what namespaces do not: memory outside of V8's heap, and files.
 */
function bubblewrap(): Boundary {
  const node = '/happens-before-node';
  const shared = ['/usr', '/lib', '/lib64', '/bin', '/nix/store'].flatMap((folder) => ['--ro-bind-try', folder, folder]);
  const wall = ['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL', '--setenv', 'TZ', 'UTC', ...shared, '--ro-bind', realpathSync(process.execPath), node, '--proc', '/proc', '--dev', '/dev', '--size', String(16 << 20), '--tmpfs', '/tmp', '--remount-ro', '/', '--chdir', '/tmp', '--'];
  const limits = ['sh', '-c', `ulimit -d ${DATA_KB}; ulimit -f 0; ulimit -c 0; exec "$@"`, 'limits'];
  return { name: 'bubblewrap', says: 'bubblewrap: a process without files, network or neighbours', command: ['bwrap', ...wall, ...limits, node], args: ['--disable-wasm-trap-handler', `--max-old-space-size=${MEMORY_MB}`, '--stack-size=3900', '-e', batchHost] };
}

/** Another engine, as WebAssembly: the program sees no object of Node. The process around it is killed from outside. */
function quickjs(): Boundary {
  return { name: 'quickjs', says: 'QuickJS in WebAssembly, in a process of its own', command: [process.execPath], args: [`--max-old-space-size=${MEMORY_MB}`, fileURLToPath(new URL('node-quickjs-host.ts', import.meta.url))] };
}

const isThere: Readonly<Record<Boundary['name'], () => boolean>> = {
  bubblewrap: () => {
    if (process.platform !== 'linux' || !['/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap', '/run/current-system/sw/bin/bwrap'].some((file) => existsSync(file))) return false;
    // Many containers and some distributions forbid namespaces to users, so that it is there and does not start.
    const { command } = bubblewrap();
    return spawnSync(command[0]!, [...command.slice(1), '-e', ''], { timeout: 10_000 }).status === 0;
  },
  quickjs: () => {
    try {
      createRequire(import.meta.url).resolve('quickjs-emscripten-core');
      return true;
    } catch {
      return false;
    }
  },
};

/** The strongest wall that stands here, or `wanted` if that one does; undefined: nothing can be isolated on this machine. */
export function findBoundary(wanted?: Boundary['name']): Boundary | undefined {
  const found = (['bubblewrap', 'quickjs'] as const).find((name) => (wanted === undefined || wanted === name) && isThere[name]());
  return found === 'bubblewrap' ? bubblewrap() : found === 'quickjs' ? quickjs() : undefined;
}
