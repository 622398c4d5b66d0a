/**
 * Classes whose objects a program gets hold of without importing them. The engine closes them, so that no run leaves anything in them for the next; a
 * bundle of the package that does not use them leaves them out.
 */
import { CancelNode, ContextNode, FreeNode, ValueNode } from './context-tree.ts';
import { NilChan } from './nil-channel.ts';
import { ReadSide } from './rw-mutex.ts';
import { TickChannel } from './ticker.ts';

export const unexportedClasses = [NilChan, ReadSide, ContextNode, FreeNode, ValueNode, CancelNode, TickChannel] as const;
