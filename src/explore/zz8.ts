import { explore } from './explore.ts';
import { lastzero } from './testing/classics.ts';
for (let i = 0; i < 3; i++) { const b = process.cpuUsage(); const c = explore(lastzero(10)).executions; const u = process.cpuUsage(b); console.log(c.full, ((u.user + u.system) / 1000).toFixed(0), ((u.user + u.system) / c.full).toFixed(0), 'us'); }
