/** The same rules with the workers of a browser, and what only a page can show. */
import { expect, it } from 'vitest';
import './lab.test.ts';
import { ParkingLock, sharedCells } from './index.ts';

it('the page is isolated, or none of this would be about workers that share memory', () => {
  expect(crossOriginIsolated).toBe(true);
});

it('LB7: the main thread of a page must not sleep for a lock', () => {
  const lock = new ParkingLock(sharedCells(1));
  lock.lock();
  expect(() => lock.lock()).toThrow(/the main thread of a page must not sleep. Try: take this lock in a worker./);
  lock.unlock();
  expect(lock.tryLock()).toBe(true);
});
