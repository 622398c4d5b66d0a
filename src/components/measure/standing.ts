/** What a page has to know of itself to say whether it can measure. */
export interface Facts {
  readonly isIsolated: boolean;
  readonly hasSharedMemory: boolean;
  /** Inside a page of another site. */
  readonly isFramed: boolean;
  /** Came over https, or from this very machine. */
  readonly isSecure: boolean;
  readonly hasServiceWorkers: boolean;
  /** The service worker that adds the headers is in charge already. */
  readonly isPrepared: boolean;
}

/** Whether a page can measure; if not, what the reader is told, and whether there is something to press. */
export type Standing =
  | { readonly kind: 'ready' }
  | { readonly kind: 'preparable' | 'framed' | 'stuck'; readonly say: string };

const recorded = 'What was recorded elsewhere is below.';
const runYourself = 'Run the course on your own machine (npm start)';

/** The first reason that stands in the way, in plain words, and the way around it. */
export function standingOf({ isIsolated, hasSharedMemory, isFramed, isSecure, hasServiceWorkers, isPrepared }: Facts): Standing {
  if (isIsolated && hasSharedMemory) return { kind: 'ready' };
  if (isIsolated)
    return { kind: 'stuck', say: `This browser has memory that workers share (SharedArrayBuffer) switched off. Try another browser. ${recorded}` };
  if (isFramed)
    return { kind: 'framed', say: `This page stands inside a page of another site, and a browser lets workers share memory only where no other site looks on. ${recorded}` };
  if (!isSecure)
    return { kind: 'stuck', say: `This page came over plain http from another machine, and then a browser lets no workers share memory. ${runYourself}, or ask for an https address of this site. ${recorded}` };
  if (isPrepared)
    return { kind: 'stuck', say: `The page has added the headers itself, and this browser still lets no workers share memory. Try another browser. ${recorded}` };
  if (!hasServiceWorkers)
    return { kind: 'stuck', say: `This host does not send the two headers without which a browser lets no workers share memory, and a page of this browser (in a private window, perhaps) cannot make up for it. ${runYourself}, or try another window. ${recorded}` };
  return {
    kind: 'preparable',
    say: `This host does not send the two headers without which a browser lets no workers share memory. The page can add them itself: a small script of this site, a service worker, then stands between this page and its host. It stores nothing. The page loads once more. ${recorded}`,
  };
}
