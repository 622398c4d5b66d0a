import type { Reply, Request } from '#engine';
import type { Job } from '#sandbox';
import type { Place } from '#trace';
import { program as words } from '#words';
import type { Code } from './code.ts';
import type { Lanes } from './lanes.ts';
import { marksOf, marksOfDiagnostics, remarkOfStop, remarksOfDiagnostics } from './remarks.ts';
import type { Report } from './report.ts';
import { progressWords } from './sentences.ts';
import { sandbox } from './service.ts';

type Stopped = Extract<Reply, { kind: 'stopped' }>;

interface Parts {
  readonly code: Code;
  readonly report: Report;
  readonly lanes: Lanes;
  readonly say: (text: string) => void;
}

/** The jobs of a live element, one at a time: what comes in on the way, the button that becomes Stop, and the replies that are not an answer. */
export class Work {
  readonly #parts: Parts;
  /** The job under way and the button that started it, which is the Stop button until it ends. */
  #busy: { readonly job: Job; readonly button: HTMLElement; readonly label: string } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Stops what is under way, and tells the button that had started it. */
  stop(): HTMLElement | undefined {
    this.#busy?.job.stop();
    return this.#busy?.button;
  }

  /** The same, and waits until it has ended. */
  async end(): Promise<void> {
    const busy = this.#busy;
    busy?.job.stop();
    await busy?.job.done;
  }

  /** Sends a request, and shows nothing of it. */
  quietly(request: Request): Promise<Reply> {
    return sandbox.run(request, () => {}).done;
  }

  /** Sends a request, shows what comes in on the way, and deals with the replies that are not an answer. */
  async run(button: HTMLElement, request: Request): Promise<Reply> {
    const { code, report, say } = this.#parts;
    code.save();
    code.mark([]);
    code.light(undefined);
    const started = performance.now();
    const waiting = setTimeout(() => say(words.status.running), 300);
    const { text } = code;
    let hasPrinted = false;
    let stopped: Stopped | undefined;
    let scene: string | undefined;
    // Comes after the reply. The reader may have changed the program by then.
    const onPlace = (place: Place | undefined): void => {
      if (stopped !== undefined && code.text === text) this.#tellStop({ ...stopped, ...(place && { place }) }, hasPrinted, scene);
    };
    const hear = (reply: Reply): void => {
      if (reply.kind === 'output') {
        hasPrinted = true;
        report.print(reply.lines);
      }
      if (reply.kind === 'progress') {
        scene = reply.progress.scene;
        if (reply.progress.runs > 0) say(progressWords(reply.progress));
      }
    };
    const job = sandbox.run(request, hear, { onPlace });
    const busy = { job, button, label: button.textContent };
    this.#busy = busy;
    button.textContent = words.bar.stop;
    const reply = await job.done;
    clearTimeout(waiting);
    button.textContent = busy.label;
    if (this.#busy === busy) this.#busy = undefined;
    const ms = Math.max(1, Math.round(performance.now() - started));
    say(reply.kind === 'ran' ? words.status.ran(reply.trace.events.length, reply.trace.output.length, ms) : '');
    if (reply.kind === 'refused') this.#refuse(reply);
    else if (reply.kind === 'stopped') this.#tellStop((stopped = reply), hasPrinted, scene);
    return reply;
  }

  #refuse({ diagnostics }: Extract<Reply, { kind: 'refused' }>): void {
    const { code, report, lanes } = this.#parts;
    report.begin();
    report.noOutput();
    report.remarks(remarksOfDiagnostics(diagnostics));
    code.mark(marksOfDiagnostics(diagnostics));
    lanes.outdate();
  }

  #tellStop(reply: Stopped, hasPrinted: boolean, scene: string | undefined): void {
    const { code, report, lanes } = this.#parts;
    // What stands there is of an earlier run, unless this one has printed something before it was stopped.
    if (!hasPrinted) {
      report.begin();
      report.noOutput();
    }
    lanes.outdate();
    const remarks = [remarkOfStop(reply, scene)];
    report.remarks(remarks);
    code.mark(marksOf(remarks));
  }
}
