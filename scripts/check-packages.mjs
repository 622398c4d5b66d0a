/** Checks the lock file and the licences of all that it installs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/install.mjs';
import { complaintsAbout } from './lib/packages.mjs';

const read = (name) => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
const complaints = complaintsAbout(read('package.json'), read('package-lock.json'));

for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
