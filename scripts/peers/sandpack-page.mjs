/**
 * A page with the stock parts of Sandpack: editor, preview, console, and its own button that runs the program. Bundled in the folder where Sandpack is
 * installed. `window.sandpack` tells what was printed and when; nothing runs before it is asked to.
 */
import { createElement as h, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { SandpackCodeEditor, SandpackConsole, SandpackLayout, SandpackPreview, SandpackProvider, useSandpack } from '@codesandbox/sandpack-react';

const bundlerURL = new URLSearchParams(location.search).get('bundler');
const printed = [];

function Door() {
  const { sandpack, listen } = useSandpack();
  useEffect(() => listen((message) => {
    if (message.type === 'console') for (const { data } of message.log) printed.push({ text: String(data?.[0]), at: performance.now() });
  }), [listen]);
  useEffect(() => {
    window.sandpack = { printed, run: () => sandpack.runSandpack(), edit: (text) => sandpack.updateFile('/index.js', text), status: () => sandpack.status };
  });
  return null;
}

const files = { '/index.js': `console.log('hello');`, '/index.html': '<!doctype html><html><head></head><body><div id="app"></div><script src="index.js"></script></body></html>', '/package.json': JSON.stringify({ main: '/index.js' }) };

createRoot(document.getElementById('root')).render(
  h(SandpackProvider, { files, customSetup: { environment: 'parcel', entry: '/index.js' }, options: { bundlerURL, autorun: false, autoReload: false, initMode: 'immediate' } },
    h(SandpackLayout, {}, h(SandpackCodeEditor, {}), h(SandpackPreview, {}), h(SandpackConsole, {})),
    h(Door)),
);
