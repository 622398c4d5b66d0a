/** What a lesson may hold beside prose: the parts that run programs, those that measure, and figures that are stepped through. */
import RunQueues from './figures/RunQueues.astro';
import StackGrowth from './figures/StackGrowth.astro';
import Exercise from './live/Exercise.astro';
import Predict from './live/Predict.astro';
import Program from './live/Program.astro';
import RealBugs from './live/RealBugs.astro';
import Simulation from './live/Simulation.astro';
import Step from './live/Step.astro';
import Ways from './live/Ways.astro';
import Measure from './measure/Measure.astro';
import { proseComponents } from './mdx.ts';

export const lessonComponents = { ...proseComponents, Program, Predict, Exercise, Simulation, Step, Measure, RunQueues, StackGrowth, Ways, RealBugs };
