import { context, go } from 'happens-before/go';
const [parent, stop] = context.withCancel(context.background());
const [child, stopChild] = context.withTimeout(parent, 1);
go(async () => { stop(); });
await child.done().receive();
console.log(child.err()!.message);
console.log(parent.err() !== undefined);
stopChild();
