/** A host that sends files and no headers of ours, as GitHub Pages does: node plain.mjs FOLDER BASE PORT. */
import { serve } from '../lib/static-server.mjs';

const [folder, base, port] = process.argv.slice(2);
await serve({ folder, base, port: Number(port), isolated: false });
