import type { SceneVerdict } from './types.ts';

export interface Counted {
  readonly orders: number;
  readonly right: number;
  readonly complete: boolean;
}

export function countOf(scenes: readonly SceneVerdict[]): Counted {
  return {
    orders: scenes.reduce((sum, scene) => sum + scene.orders, 0),
    right: scenes.reduce((sum, scene) => sum + scene.right, 0),
    complete: scenes.every((scene) => scene.complete),
  };
}

/** One sentence that leads with what works, and claims no more than was done. `seeds`: how many there were, of an answer that sizes something. */
export function headlineOf(passed: boolean, { orders, right, complete }: Counted, failed: SceneVerdict | undefined, seeds?: number): string {
  const all = (n: number): string => n.toLocaleString('en');
  if (seeds !== undefined) return sized(passed, { orders, right, complete }, failed, seeds);
  if (passed) {
    if (!complete) return `No failure in ${all(orders)} orders. There are more than that: not all were tried.`;
    return orders === 1 ? 'Right in the one order that there is.' : `Right in all ${all(orders)} orders.`;
  }
  const where = failed === undefined ? '' : ` It fails in “${failed.name}”.`;
  const tried = complete ? `${all(orders)} ${orders === 1 ? 'order' : 'orders'}` : `the first ${all(orders)} orders`;
  if (orders === 0) return `No order that was tried came to its end.${where}`;
  if (right === 0) return `${orders === 1 ? 'Wrong in the one order that was tried' : `Not right in any of ${tried}`}.${where}`;
  return `Right in ${all(right)} of ${tried}.${where}`;
}

/** Of answers that size something. A simulation has one order for each seed; where there are more, orders are what was tried. */
function sized(passed: boolean, { orders, right, complete }: Counted, failed: SceneVerdict | undefined, seeds: number): string {
  const isSimulated = orders <= seeds;
  const runs = `${isSimulated || complete ? '' : 'the first '}${orders.toLocaleString('en')} ${isSimulated ? 'simulated run' : 'order'}${orders === 1 ? '' : 's'}`;
  const rest = passed && !isSimulated && !complete ? ' There are more than that: not all were tried.' : '';
  if (passed) return orders === 1 ? 'Within its limits in the one simulated run.' : `Within its limits in ${rest === '' ? 'all ' : ''}${runs}.${rest}`;
  const where = failed === undefined ? '' : ` It is not in “${failed.name}”.`;
  if (orders === 0) return `No simulated run came to its end.${where}`;
  if (orders === 1 && right === 0) return `Not within its limits in the one simulated run.${where}`;
  return right === 0 ? `Within its limits in none of ${runs}.${where}` : `Within its limits in ${right.toLocaleString('en')} of ${runs}.${where}`;
}
