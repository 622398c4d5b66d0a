/**
 * Lets the course work without a network, and tells when a new version of it is there. Nothing is exchanged under the reader: the new
 * version comes when they say so, and what they have written is kept as always.
 */
import { shell } from '#words';

export async function startOffline(worker: string, scope: string): Promise<void> {
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  const isFrugal = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  // Missing where the page did not come over a safe connection.
  if (workers === undefined || isFrugal) return;
  try {
    const hadOne = workers.controller !== null;
    const registration = await workers.register(worker, { scope });
    if (registration.waiting && hadOne) tellOfNewVersion(registration);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state !== 'installed') return;
        if (workers.controller === null) document.documentElement.dataset.offline = 'ready';
        else tellOfNewVersion(registration);
      });
    });
    if (registration.active) document.documentElement.dataset.offline = 'ready';
  } catch {
    // A browser that keeps nothing: the course works as before, with the network.
  }
}

function tellOfNewVersion(registration: ServiceWorkerRegistration): void {
  if (document.querySelector('.new-version')) return;
  const notice = document.createElement('p');
  notice.className = 'new-version';
  notice.setAttribute('role', 'status');
  const take = document.createElement('button');
  take.type = 'button';
  take.className = 'button';
  take.textContent = shell.offline.load;
  take.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take');
  });
  const later = document.createElement('button');
  later.type = 'button';
  later.className = 'button';
  later.textContent = shell.offline.later;
  later.addEventListener('click', () => notice.remove());
  notice.append(`${shell.offline.isNew} `, take, ' ', later);
  document.body.append(notice);
}

/** When the page has come to rest: what is fetched then must not hold up what the reader came for. */
export function whenIdle(run: () => void): void {
  const soon = (): void => void ('requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 5_000 }) : setTimeout(run, 2_000));
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}
