/**
 * Gives the bundle, in a worker of Node, the two functions of a web worker that it uses. It is handed to `Worker` as text:
 * the site's build and the command line move modules about, and a text needs no address.
 *
 * The bundle runs as a `vm.Script` without a loader for modules, so that `import()` in a learner's program fails. On the command line,
 * where the program is one's own and nobody wants to wait for a bundle, the engine's sources are imported instead.
 */
export const nodeHost = `
const { parentPort, workerData } = require('node:worker_threads');
const { Script } = require('node:vm');
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = (type, listener) => parentPort.once('message', (data) => listener({ data }));
if (workerData.engine.startsWith('file:')) import(workerData.engine);
else new Script(workerData.engine, { filename: 'engine.js', cachedData: workerData.compiled }).runInThisContext();
`;
