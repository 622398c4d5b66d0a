import type { Stamp } from '#kernel';

/** A message in a queue. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly bytes: number;
  /** 0, or which further copy of the message it is. */
  readonly copy: number;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  /** Milliseconds of virtual time. */
  readonly sentAt: number;
  /** Who receives it knows what its sender did. */
  readonly sent: Stamp | undefined;
  receiveCount: number;
  /** Hidden from receivers: its alarm says until when. */
  hidden: Hiding | undefined;
}

/** Why and until when some messages are hidden. */
export interface Hiding {
  /** Somebody has received them; otherwise they are new and delayed. */
  readonly isInFlight: boolean;
  readonly until: number;
  readonly messages: Set<Message>;
  alarm: { cancel(): boolean } | undefined;
}

/** A message as a receiver has it. Its handle is good until it is received again. */
export interface Received {
  readonly message: Message;
  readonly handle: string;
  readonly receiveCount: number;
}

export const handleOf = ({ id, copy, receiveCount }: Message): string => `${id}#${receiveCount}${copy === 0 ? '' : `-${copy}`}`;
