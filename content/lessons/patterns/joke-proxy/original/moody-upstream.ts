import { createServer } from 'node:http';

const JOKES = [
  'A race condition! Who’s there? Knock, knock.',
  'I lent my lock to myself, and am still waiting.',
  'My son wants a thread. I told him to join one.',
  'Why can’t a channel gossip? It tells one at a time.',
];
let asked = 0;

/** Half are told, a quarter fail, a quarter never come. */
const server = createServer((request, response) => {
  asked += 1;
  console.log(`call ${asked}: ${request.url}`);
  response.once('close', () => {
    if (response.writableEnded) return;
    console.log('hung up:', request.url);
  });
  const mood = Math.random();
  if (mood < 0.25) return;
  setTimeout(() => {
    if (mood < 0.5) {
      response.writeHead(500).end();
      return;
    }
    const number = Number(request.url?.slice(1)) || 0;
    response.end(JOKES[number % JOKES.length]);
  }, 30);
});
server.listen(8081);
