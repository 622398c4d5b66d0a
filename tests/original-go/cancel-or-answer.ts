import { chan, context, go, select } from 'happens-before/go';
const [ctx, stop] = context.withCancel(context.withValue(context.background(), 'who', 'tea'));
const answers = chan<string>(1);
go(async () => {
  await answers.send(ctx.value('who') as string);
  stop();
});
await select(
  answers.onReceive(async (answer) => { console.log(answer, ctx.err() === undefined); }),
  ctx.done().onReceive(async () => { console.log(ctx.err()!.message, answers.length); }),
);
