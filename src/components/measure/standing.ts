/** What a page has to know of itself to say whether it can measure. */
import { measuring } from '#words';

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

const { why } = measuring;

/** The first reason that stands in the way, in plain words, and the way around it. */
export function standingOf({ isIsolated, hasSharedMemory, isFramed, isSecure, hasServiceWorkers, isPrepared }: Facts): Standing {
  if (isIsolated && hasSharedMemory) return { kind: 'ready' };
  if (isIsolated)
    return { kind: 'stuck', say: why.noSharedMemory };
  if (isFramed)
    return { kind: 'framed', say: why.framed };
  if (!isSecure)
    return { kind: 'stuck', say: why.insecure };
  if (isPrepared)
    return { kind: 'stuck', say: why.inVain };
  if (!hasServiceWorkers)
    return { kind: 'stuck', say: why.noServiceWorkers };
  return {
    kind: 'preparable',
    say: why.preparable,
  };
}
