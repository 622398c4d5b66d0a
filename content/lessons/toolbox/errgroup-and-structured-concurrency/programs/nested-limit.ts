import { errgroup } from 'happens-before/go';

const group = new errgroup.Group();
group.setLimit(2);

async function visit(page: string, links: string[]) {
  console.log(page);
  for (const link of links) {
    await group.go(() => visit(link, []));
  }
}

await group.go(() => visit('tea', ['green', 'black']));
await group.go(() => visit('jam', ['plum', 'apple']));
await group.wait();
