/** What a lesson may hold beside prose: the parts that run programs, and those that measure. */
import Exercise from './live/Exercise.astro';
import Predict from './live/Predict.astro';
import Program from './live/Program.astro';
import Simulation from './live/Simulation.astro';
import Step from './live/Step.astro';
import Measure from './measure/Measure.astro';
import { proseComponents } from './mdx.ts';

export const lessonComponents = { ...proseComponents, Program, Predict, Exercise, Simulation, Step, Measure };

/** What a page of the lab may hold: measurements, and no programs. */
export const labComponents = { ...proseComponents, Measure };
