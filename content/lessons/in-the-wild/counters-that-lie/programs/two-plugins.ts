import { go, WaitGroup } from 'happens-before/go';

const plugins = ['volumes', 'network'];
const restored = new WaitGroup();

restored.add(plugins.length);
for (const plugin of plugins) {
  go(plugin, async () => {
    console.log(plugin, 'is back');
    restored.done();
  });
  await restored.wait();
}
console.log('ready');
