import { plainOrder, replaying, type Run, type RunOptions } from '#kernel';
import { begin, type Subject } from './subject.ts';

/**
 * One recorded run of `subject` along `schedule`; where it ends, or without one, the plain order takes over.
 *
 * @throws ReplayDivergedError if the schedule does not fit the program.
 */
export function replay(subject: Subject, schedule: string | undefined, options: RunOptions = {}): Run {
  const { run, main } = begin(subject, { ...options, record: true });
  if (schedule === undefined || schedule.trim() === '') {
    run.go(main, plainOrder);
    return run;
  }
  const strategy = replaying(schedule);
  run.go(main, strategy);
  // A run that was stopped by a limit may have had more to come.
  if (run.limit === undefined && run.end?.kind !== 'livelock') strategy.finish();
  return run;
}
