import type { Access } from './access.ts';
import type { Stamp } from './kernel.ts';
import type { Pos } from './lowered.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';

/**
 * Who came to know of whom: between the accesses of a step, in order. What is only `hear`d is no reason why the step could not have come earlier: its accesses
 * tell that. Orders do not depend on it, races do.
 */
export interface Note {
  kind: 'release' | 'acquire' | 'hear' | 'birth';
  task: Task;
  stamp: Stamp | undefined;
  child: Task | undefined;
  /** Accesses of the step before it. */
  after: number;
}

/** How far back a step looks for an access that it made already. */
const REPEATS = 16;
/** Notes are kept for the next step. After a step that made more, they are made anew. */
const MOST_KEPT = 64;

/**
 * What one step did, for whoever explores and for whoever looks for races. One object serves all steps of a run, and the runs
 * that follow it, the next step writing over the last: only the first `count` accesses and the first `noteCount` notes are of this step.
 */
export class Footprint {
  count = 0;
  readonly resources: Shared[] = [];
  readonly accesses: Access[] = [];
  readonly tasks: Task[] = [];
  readonly places: Pos[] = [];
  /** Numbers of the trace's events, 0 for none. */
  readonly events: number[] = [];
  noteCount = 0;
  readonly notes: Note[] = [];
  /** Nothing else could go when this step was taken, and it moved the clock: all that was comes before all that follows. */
  barrier = false;

  clear(): void {
    this.count = 0;
    this.noteCount = 0;
    this.barrier = false;
    if (this.notes.length > MOST_KEPT) this.notes.length = 0;
  }

  add(resource: Shared, access: Access, task: Task, pos: Pos, event: number): void {
    const { count } = this;
    // A loop without points goes round the same few accesses again and again: once is enough to know of them.
    if (count > REPEATS && event === 0 && this.#isRepeated(resource, access, task, pos)) return;
    this.resources[count] = resource;
    this.accesses[count] = access;
    this.tasks[count] = task;
    this.places[count] = pos;
    this.events[count] = event;
    this.count = count + 1;
  }

  note(kind: Note['kind'], task: Task, stamp: Stamp | undefined, child?: Task): void {
    const note = this.notes[this.noteCount];
    if (note === undefined) this.notes.push({ kind, task, stamp, child, after: this.count });
    else {
      note.kind = kind;
      note.task = task;
      note.stamp = stamp;
      note.child = child;
      note.after = this.count;
    }
    this.noteCount++;
  }

  #isRepeated(resource: Shared, access: Access, task: Task, pos: Pos): boolean {
    for (let i = this.count - 1; i >= this.count - REPEATS; i--) if (this.resources[i] === resource && this.accesses[i] === access && this.tasks[i] === task && this.places[i] === pos) return true;
    return false;
  }
}
