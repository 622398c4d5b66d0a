/** What a lesson may hold beside prose: the parts that run programs, and figures that are stepped through. */
import RunQueues from './figures/RunQueues.astro';
import StackGrowth from './figures/StackGrowth.astro';
import Exercise from './live/Exercise.astro';
import Predict from './live/Predict.astro';
import Program from './live/Program.astro';
import Step from './live/Step.astro';
import { proseComponents } from './mdx.ts';

export const lessonComponents = { ...proseComponents, Program, Predict, Exercise, Step, RunQueues, StackGrowth };
