import { Thread } from 'happens-before/threading';

const copyOf = structuredClone;
const votes = { count: 0 };

async function vote(box: { count: number }) {
  const seen = box.count;
  box.count = seen + 1;
}

const helper = (name: string, box: { count: number }) =>
  new Thread({ name, target: vote, args: [box] });
const all = [
  helper('a', votes),
  helper('b', votes),
  helper('c', copyOf(votes)),
];
for (const each of all) each.start();
for (const each of all) await each.join();
console.log(votes.count);
