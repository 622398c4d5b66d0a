/** What a lesson may hold beside prose: the parts that run programs, and those that measure. */
import Exercise from './live/Exercise.astro';
import Predict from './live/Predict.astro';
import Program from './live/Program.astro';
import Step from './live/Step.astro';
import Measure from './measure/Measure.astro';
import { proseComponents } from './mdx.ts';

export const lessonComponents = { ...proseComponents, Program, Predict, Exercise, Step, Measure };
