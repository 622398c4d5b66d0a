import { go, WaitGroup } from 'happens-before/go';

const workers = new WaitGroup();
let isOpen = true;

function startWorker() {
  workers.go(async () => {
    console.log(isOpen ? 'open' : 'shut');
  });
}

go('request', async () => startWorker());
await workers.wait();
isOpen = false;
