import { edition, isOwn } from '#lesson/edition';
import type { Mode } from '#trace';

/** The mode of a program that does not name one. The course's own lessons were written for the first; an instructor's may be for another. */
export const defaultMode = (lesson: string): Mode | undefined => (isOwn(lesson) && edition().mode !== 'preemptive' ? edition().mode : undefined);
