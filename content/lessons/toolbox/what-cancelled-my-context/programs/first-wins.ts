import { context, go } from 'happens-before/go';

const root = context.background();
const [server, stop] = context.withCancelCause(root);
const [request, end] = context.withCancelCause(server);

go('operator', () => stop('shutting down'));
go('client', () => end('hung up'));

await server.done().receive();
console.log('server: ', context.cause(server));
console.log('request:', context.cause(request));
