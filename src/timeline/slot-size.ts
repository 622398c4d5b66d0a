import { textWidth } from './frame.ts';
import type { Occupancy } from './occupancy.ts';

/** Up to this many slots are drawn one by one; above, a number says it better. */
export const MOST_SLOTS = 5;
export const slotsWidth = ({ resource }: Occupancy): number =>
  (resource.capacity ?? 0) <= MOST_SLOTS ? (resource.capacity ?? 0) * 12 - 3 : textWidth(`${resource.capacity}/${resource.capacity}`) + 8;
