import { Backlog } from '../backlog.ts';
import { statistic, type AsyncMetrics } from '../metrics.ts';

/** Counts what happens to the events of one function whose senders do not wait. */
export class AsyncTally {
  readonly backlog = new Backlog();
  readonly ages: number[] = [];
  received = 0;
  dropped = 0;
  recursive = 0;
  deadLetterErrors = 0;
  destinationFailures = 0;

  metrics(): AsyncMetrics {
    return {
      AsyncEventsReceived: this.received,
      AsyncEventAge: statistic(this.ages),
      AsyncEventsDropped: this.dropped,
      RecursiveInvocationsDropped: this.recursive,
      DeadLetterErrors: this.deadLetterErrors,
      DestinationDeliveryFailures: this.destinationFailures,
      queue: this.backlog.series(),
    };
  }
}
