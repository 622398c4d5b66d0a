import { openSandbox } from '#sandbox';

/** The page's one sandbox. Pages are left by loading another, so nobody has to close it. */
export const sandbox = openSandbox();
