/** What a lesson may hold beside prose: the parts that run programs. */
import StandIn from './StandIn.astro';
import { proseComponents } from './mdx.ts';

export const lessonComponents = { ...proseComponents, Program: StandIn, Predict: StandIn, Exercise: StandIn, Step: StandIn };
