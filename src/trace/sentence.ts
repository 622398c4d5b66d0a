import type { Trace } from './types.ts';
import { clean } from './clean.ts';
import { duration, eventAt, listFew, resourceName } from './lookup.ts';
import { outcome } from './ends.ts';
import { toRow } from './table.ts';
import { relations } from './happens-before.ts';
import { shownValue } from './shown-value.ts';
import { decisiveStep, stepsAside } from './slice.ts';

/** What a screen reader says at a step: "Step 6 of 8: b writes counter, 1. Race with step 5." */
export function sentence(trace: Trace, step: number): string {
  const event = eventAt(trace, step);
  const total = trace.events.length;
  if (!event) return total === 0 ? 'Nothing has run.' : `Before step 1 of ${total}.`;

  const row = toRow(event, trace);
  const object = event.resource !== undefined && row.with ? resourceName(trace, event.resource) : row.with;
  const value = event.resource === undefined ? '' : (shownValue(event, trace) ?? '');
  const printed = object === value || event.verb === 'print' ? row.with : [object, value].filter(Boolean).join(', ');
  const parts = [`Step ${step} of ${total}: ${row.task} ${[thirdPerson(row.does), printed].filter(Boolean).join(' ')}`];
  if (row.effect && !(event.verb === 'wait' && row.effect === 'waits')) parts[0] += `; ${row.effect}`;
  if (event.note) parts.push(clean(event.note));
  if (event.races.length > 0) parts.push(`Race with ${stepList(event.races)}`);
  if (event.time !== (trace.events[step - 2]?.time ?? 0)) parts.push(`The clock shows ${duration(event.time)}`);
  const end = step === total ? outcome(trace) : undefined;
  return [...parts.map(capital), ...(end ? [end] : [])].map(stopped).join(' ');
}

/** What a program printed, or an error's message, may bring a full stop of its own. */
const stopped = (part: string): string => (/[.!?]$/.test(part) ? part : `${part}.`);

/** Which steps are before this one, which after, and which it knows nothing of. Undefined if every step is ordered. */
export function relationSentence(trace: Trace, step: number): string | undefined {
  const all = [...relations(trace, step)];
  const free = all.filter(([, relation]) => relation === 'concurrent').map(([other]) => other);
  if (!eventAt(trace, step) || all.length === 0) return undefined;
  if (free.length === 0) return `Every other step is ordered before or after step ${step}.`;
  return `Nothing orders step ${step} against ${stepList(free)}: no arrow leads from one to the other.`;
}

/** Where a failing run was decided, and which steps have no part in it. Undefined if the run does not fail. */
export function sliceSentence(trace: Trace): string | undefined {
  const step = decisiveStep(trace);
  if (step === undefined) return undefined;
  const aside = [...stepsAside(trace)];
  const rest = aside.length === 0 ? '' : ` ${capital(stepList(aside))} ${aside.length === 1 ? 'has' : 'have'} no part in it.`;
  return `${decides(trace, step)}${rest}`;
}

function decides({ end, leaks }: Trace, step: number): string {
  if (end.kind === 'deadlock')
    return end.cycle.length > 1 ? `Step ${step} closes the circle.` : `With step ${step} the last task begins to wait.`;
  if (end.kind !== 'ok') return `Step ${step} is where it fails.`;
  return leaks.length > 0 ? `With step ${step} main has ended, and nobody is left to come.` : `Step ${step} makes it a race.`;
}

/** "step 4", "steps 3 and 5", "steps 1–4 and 7". */
export function stepList(steps: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const step of steps.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && step === run[1] + 1) run[1] = step;
    else runs.push([step, step]);
  }
  const words = runs.flatMap(([a, b]) => (a === b ? [`${a}`] : b === a + 1 ? [`${a}`, `${b}`] : [`${a}–${b}`]));
  return `step${steps.length === 1 ? '' : 's'} ${listFew(words)}`;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  busy: 'is busy',
  worked: 'has worked',
  go: 'starts',
  done: 'is done with',
  add: 'adds to',
  wait: 'waits for',
  tryLock: 'tries to lock',
  rLock: 'read-locks',
  rUnlock: 'read-unlocks',
  tryRLock: 'tries to read-lock',
  err: 'looks for the error of',
  isSet: 'looks at',
  taskDone: 'counts one down on',
  tryGo: 'tries to start a task in',
  doChan: 'asks',
  addDoneCallback: 'adds a callback to',
};

function thirdPerson(verb: string): string {
  const known = Object.hasOwn(IRREGULAR, verb) ? IRREGULAR[verb] : undefined;
  if (known) return known;
  if (!/^[a-z]+$/i.test(verb)) return verb;
  const both = /^([a-z]+)(And|Or)([A-Z][a-z]+)$/.exec(verb);
  if (both) return `${thirdPerson(both[1]!)} ${both[2]!.toLowerCase()} ${thirdPerson(both[3]!.toLowerCase())}`;
  return /(s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
