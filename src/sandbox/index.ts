export { openSandbox, Sandbox, type Job, type RunOptions } from './sandbox.ts';
export { defaultLimits, type Limits } from './protocol.ts';
