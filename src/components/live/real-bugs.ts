/** What the pages say about a bug of the corpus: where it was mended, and what trying every order of our kernel finds. */
import type { Exploration, Goal } from '#explore';
import type { Kernel } from '#explore/corpus';
import { site } from '#words';
import { orders } from './sentences.ts';
import { wordsAndCode, type Piece } from './words-and-code.ts';

/** By the first word of a kernel's name: what people call the project, and where it lives. */
const PROJECTS: Readonly<Record<string, { readonly called: string; readonly at: string }>> = {
  cockroach: { called: 'CockroachDB', at: 'cockroachdb/cockroach' },
  etcd: { called: 'etcd', at: 'etcd-io/etcd' },
  grpc: { called: 'gRPC-Go', at: 'grpc/grpc-go' },
  hugo: { called: 'Hugo', at: 'gohugoio/hugo' },
  istio: { called: 'Istio', at: 'istio/istio' },
  kubernetes: { called: 'Kubernetes', at: 'kubernetes/kubernetes' },
  moby: { called: 'Moby (Docker)', at: 'moby/moby' },
  serving: { called: 'Knative Serving', at: 'knative/serving' },
  syncthing: { called: 'Syncthing', at: 'syncthing/syncthing' },
};

/** The pull request that mended the bug `name`, such as `moby_17176`. */
export function changeOf(name: string): { readonly label: string; readonly url: string } {
  const [project = '', number = ''] = name.split('_');
  const known = PROJECTS[project];
  if (known === undefined) throw new Error(`[internal] the corpus has a project '${project}' that the pages cannot name`);
  return { label: `${known.called} #${number}`, url: `https://github.com/${known.at}/pull/${number}` };
}

/** Orders that show what the kernel expects first: it is what the bug is known for. */
export const goalOfKernel = ({ expects: [first] }: Kernel): Goal => (first === undefined ? { end: 'failure' } : { end: first.kind });

/** The mechanism in pieces: what stands between backquotes is code. Apostrophes are set as in the prose around it. */
export const storyPieces = ({ story }: Kernel): readonly Piece[] => wordsAndCode(story.replaceAll("'", '’'));

const { bugs: words } = site;
const { leak, deadlock, race, panic, error } = words;
/** What so many orders do. */
const SHOWS: Readonly<Record<string, (orders: number) => string>> = { leak, deadlock, race, panic, error };

export const nativeWords = ({ rate }: Kernel): string => (rate === undefined ? words.unknown : words.rate(rate));

/** `3 of 4 orders leave somebody waiting, with 1 forced switch`. */
export function ourWords(kernel: Kernel, exploration: Exploration): string {
  const { reached = 0, simplest } = exploration;
  const does = SHOWS[kernel.expects[0]?.kind ?? ''] ?? error;
  const total = orders(exploration);
  const all = total === 1 ? words.only(does(1)) : words.some(reached, total, does(reached));
  return `${all}, ${words.switches(simplest?.preemptions ?? 0)}`;
}
