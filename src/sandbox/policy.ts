/** The frame's own content policy: it may run its one script and workers made of text, and talk to nobody. */
export const framePolicy = (hash: string): string =>
  `default-src 'none'; script-src ${hash} 'unsafe-eval' blob: data:; worker-src blob: data:; connect-src 'none'; form-action 'none'; base-uri 'none'`;

/** The document of the frame. A `srcdoc` inherits the page's policy besides, which is why the page's must name `hash` too. */
export const frameDocument = (script: string, hash: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox</title><meta http-equiv="Content-Security-Policy" content="${framePolicy(hash)}"></head><body><script>${script}</script></body></html>`;
