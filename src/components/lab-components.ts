/** What a page of the lab may hold beside prose: measurements, and no programs. */
import Measure from './measure/Measure.astro';
import { proseComponents } from './mdx.ts';

export const labComponents = { ...proseComponents, Measure };
