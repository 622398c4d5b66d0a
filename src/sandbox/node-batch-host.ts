/**
 * What Node runs inside of the wall: takes the engine and the requests from its standard input, and says each reply as a line. In a block, so that no name of it
 * stands in the scope that programs see; the realm removes the globals of Node before it reads any program.
 */
export const batchHost = `{
  const fs = require('node:fs');
  const { Script } = require('node:vm');
  const { nonce, engine, assignment } = JSON.parse(fs.readFileSync(0, 'utf8'));
  let listener;
  const from = Buffer.from.bind(Buffer);
  const write = (text) => {
    const bytes = from(text);
    for (let at = 0; at < bytes.length;) {
      try {
        at += fs.writeSync(1, bytes, at);
      } catch (error) {
        if (error.code !== 'EAGAIN') throw error;
      }
    }
  };
  globalThis.postMessage = (message) => write(nonce + message + '\\n');
  globalThis.addEventListener = (type, listen) => { listener = listen; };
  new Script(engine, { filename: 'engine.js' }).runInThisContext();
  listener({ data: assignment });
}`;
