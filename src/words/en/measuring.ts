/** What a measurement says before and while it is made; what it found stands in measured.ts, which is loaded when there is something to say. */
const recorded = 'What was recorded elsewhere is below.';
const runYourself = 'Run the course on your own machine (npm start)';

export const measuring = {
  state: {
    stop: 'Stop',
    measuring: 'Measuring …',
    other: 'Another measurement of this page is under way. Wait for it, or stop it.',
    failed: (why: string) => `This did not work: ${why}`,
  },
  why: {
    noSharedMemory: `This browser has memory that workers share (SharedArrayBuffer) switched off. Try another browser. ${recorded}`,
    framed: `This page stands inside a page of another site, and a browser lets workers share memory only where no other site looks on. ${recorded}`,
    insecure: `This page came over plain http from another machine, and then a browser lets no workers share memory. ${runYourself}, or ask for an https address of this site. ${recorded}`,
    inVain: `The page has added the headers itself, and this browser still lets no workers share memory. Try another browser. ${recorded}`,
    noServiceWorkers: `This host does not send the two headers without which a browser lets no workers share memory, and a page of this browser (in a private window, perhaps) cannot make up for it. ${runYourself}, or try another window. ${recorded}`,
    preparable: `This host does not send the two headers without which a browser lets no workers share memory. The page can add them itself: a small script of this site, a service worker, then stands between this page and its host. It stores nothing. The page loads once more. ${recorded}`,
  },
};
