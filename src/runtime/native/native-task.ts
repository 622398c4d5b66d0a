import { Operation, type SpawnOptions, type TaskHandle } from '#kernel';
import type { NativeShared } from './waiting.ts';

/** A task of the native kernel: an async call, and what is known of it. */
export class NativeTask implements TaskHandle {
  readonly id: number;
  readonly name: string;
  readonly options: SpawnOptions;
  /** Changes when the task ends. */
  readonly ended: NativeShared;
  readonly endStamp = undefined;
  isDone = false;

  constructor(id: number, name: string, options: SpawnOptions, ended: NativeShared) {
    this.id = id;
    this.name = name;
    this.options = options;
    this.ended = ended;
  }

  join(): Operation<void> {
    return new JoinTask(this);
  }
}

class JoinTask extends Operation<void> {
  readonly verb = 'join';
  readonly reason = 'join';
  readonly resource: NativeShared;
  readonly #task: NativeTask;

  constructor(task: NativeTask) {
    super();
    this.#task = task;
    this.resource = task.ended;
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }

  ways(): number {
    return this.#task.isDone ? 1 : 0;
  }

  perform(): void {}

  intend(): void {}

  override waitsFor(): NativeTask {
    return this.#task;
  }
}
