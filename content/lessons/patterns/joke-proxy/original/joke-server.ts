import { createServer, type ServerResponse } from 'node:http';
import { chan, context, select } from 'happens-before/go';
import { limited } from './a-full-house.ts';
import { serve } from './closing-time.ts';
import { jokes } from './one-call-per-joke.ts';
import { handle } from './one-visitor.ts';

const PORT = Number(process.env.PORT ?? 8080);
const HERE = 'http://localhost:8081';
const UPSTREAM = process.env.UPSTREAM ?? HERE;
const PLACES = 10;
const LINE = 20;

interface Visit {
  readonly key: string;
  readonly response: ServerResponse;
}

/** One call over the real network. It stops when `ctx` ends. */
async function ask(ctx: context.Context, key: string) {
  const call = new AbortController();
  const stop = context.afterFunc(ctx, () => call.abort());
  try {
    const address = `${UPSTREAM}/${key}`;
    const reply = await fetch(address, { signal: call.signal });
    if (!reply.ok) throw new Error(`upstream: ${reply.status}`);
    return await reply.text();
  } finally {
    stop();
  }
}

const joke = jokes(ask);
const visited = limited(
  (request, key) => handle(request, (ctx) => joke(ctx, key)),
  PLACES,
  LINE,
);

/** Returns when the answer is out, or the visitor has gone. */
async function say(
  to: ServerResponse,
  status: number,
  text: string,
) {
  if (to.destroyed) return;
  const isOut = new Promise((done) => to.once('close', done));
  to.writeHead(status, { 'content-type': 'text/plain' });
  to.end(`${text}\n`);
  await isOut;
}

async function answer(ctx: context.Context, visit: Visit) {
  const { key, response } = visit;
  const [request, hangUp] = context.withCancel(ctx);
  response.once('close', hangUp);
  if (response.destroyed) hangUp();
  try {
    const { status, text } = await visited(request, key);
    if (ctx.err()) await say(response, 503, 'closing');
    else await say(response, status, text);
  } catch (error) {
    console.error(error);
    await say(response, 500, 'that was us');
  } finally {
    hangUp();
  }
}

const door = chan<Visit>();
const [stop, ring] = context.withCancel(context.background());

const server = createServer(async (incoming, response) => {
  const key = (incoming.url ?? '/').slice(1);
  await select(
    door.onSend({ key, response }),
    stop.done().onReceive(() => say(response, 503, 'closed')),
  );
});

async function release() {
  server.closeAllConnections();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    ring();
  });
}
server.listen(PORT, () => console.log(server.address()));
await serve(stop, door, answer, release);
console.log('closed');
process.exit();
