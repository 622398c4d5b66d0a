/** The service worker that makes up for headers that a host does not send. */

/** Puts it in charge of this page and of the scripts of its workers, and of nothing else. Waits until it is. */
export async function prepare(script: string, scripts: string): Promise<void> {
  // The script of a worker is asked for under its own address, not under that of the page.
  for (const scope of [location.pathname, scripts]) await isActive(await navigator.serviceWorker.register(script, { scope }));
}

function isActive(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker?.state === 'activated') resolve();
      if (worker?.state === 'redundant') reject(new Error('The service worker did not start.'));
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

/** Takes it away again. What other pages of the site have asked for stays. */
export async function unprepare(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration(location.pathname))?.unregister();
}
