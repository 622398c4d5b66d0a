import { hash, text } from 'virtual:sandbox/supervisor';
import { frameDocument } from './policy.ts';
import { frameUp, type FromSupervisor, type ToSupervisor } from './protocol.ts';

export interface Frame {
  send(message: ToSupervisor): void;
  /** Kills everything in the frame at once. Only removing the frame does: a worker may not hear `terminate` for seconds. */
  remove(): void;
}

const startLimit = 10_000;

/**
 * Puts the sandbox into the page and shakes hands with it. No other sandbox may be alive at this moment: frames of one
 * opaque site can share a process, and then removing one would not stop what runs in the other.
 */
export function createFrame(hear: (message: FromSupervisor) => void): Promise<Frame> {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('allow', 'cross-origin-isolated');
  element.title = 'Sandbox in which programs run';
  element.hidden = true;
  element.srcdoc = frameDocument(text, hash);
  const { port1: port, port2: theirs } = new MessageChannel();
  const remove = (): void => {
    port.close();
    element.remove();
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(new Error('The frame did not answer.')), startLimit);
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      removeEventListener('message', greet);
      if (error === undefined) return resolve({ send: (message) => port.postMessage(message), remove });
      remove();
      reject(error);
    };
    const greet = (event: MessageEvent): void => {
      if (event.source !== element.contentWindow || event.data !== frameUp) return;
      port.onmessage = (received) => {
        const message = readMessage(received.data);
        if (message !== undefined) hear(message);
      };
      element.contentWindow!.postMessage('', '*', [theirs]);
      settle();
    };
    addEventListener('message', greet);
    document.body.append(element);
  });
}

/** Only the envelope; the replies inside are checked by `readReply`. */
function readMessage(data: unknown): FromSupervisor | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { from, job, n, text: reply, why, detail } = data as Record<string, unknown>;
  switch (from) {
    case 'warm':
      return { from };
    case 'pong':
      return typeof n === 'number' ? { from, n } : undefined;
    case 'begun':
      return typeof job === 'number' ? { from, job } : undefined;
    case 'reply':
      return typeof job === 'number' && typeof reply === 'string' ? { from, job, text: reply } : undefined;
    case 'ended':
      if (typeof job !== 'number' || typeof detail !== 'string') return undefined;
      return why === 'over' || why === 'crashed' || why === 'flooded' ? { from, job, why, detail } : undefined;
    default:
      return undefined;
  }
}
