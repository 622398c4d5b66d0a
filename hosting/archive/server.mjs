/** Starts the small server beside this file for the course beside it: node server.mjs [port]. With --class, other machines of the room can read it too. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { networkInterfaces } from 'node:os';
import { serve } from './static-server.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const forAll = process.argv.includes('--class');
const port = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? 4321);
const server = await serve({ folder: path.join(here, 'course'), port, host: forAll ? '0.0.0.0' : '127.0.0.1', isolated: 'lab' });
console.log(`The course is at http://localhost:${server.port}/`);
if (forAll) for (const each of Object.values(networkInterfaces()).flat()) if (each.family === 'IPv4' && !each.internal) console.log(`In this room: http://${each.address}:${server.port}/`);
console.log('Ctrl+C ends it.');
