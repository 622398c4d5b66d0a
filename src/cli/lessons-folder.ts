import { fileURLToPath } from 'node:url';

/** Where lessons and their exercises are: in this checkout, unless `HAPPENS_BEFORE_LESSONS` names another folder. */
export const lessonsFolder = (): string => process.env['HAPPENS_BEFORE_LESSONS'] ?? fileURLToPath(new URL('../../content/lessons/', import.meta.url));
