/** Names that each module exports as types alone: Node strips types, and would look for these. */
export const TYPES: Readonly<Record<string, readonly string[]>> = {
  'happens-before/go': [
    'Context', 'Defer', 'Locker', 'Recover', 'RecvChan', 'SelectCase', 'SendChan',
  ],
  'happens-before/threading': [
    'BarOptions', 'DoneAndNotDone', 'ExceptHookArgs', 'ExecutorOptions', 'LocalConstructor', 'MapOptions', 'ReturnWhen', 'ShutdownOptions', 'ThreadOptions', 'WaitOptions',
  ],
  'happens-before/lambda': [
    'Accepted', 'AccountOptions', 'Answered', 'Api', 'ApiOptions', 'AsyncMetrics', 'BacklogPoint', 'BatchResponse', 'Bill', 'Bucket', 'BusEvent', 'CodeSettings',
    'ConcurrencyPoint', 'Condition', 'Context', 'Cors', 'CountPoint', 'Deployment', 'DynamoRecord', 'EventBridgeEvent', 'EventBus', 'EventSource', 'FactoryOptions',
    'FunctionMetrics', 'FunctionOptions', 'FunctionUrl', 'Handler', 'HandlerFactory', 'Hook', 'HttpEvent', 'HttpRequest', 'HttpResponse', 'InvocationRecord', 'InvokeOptions',
    'InvokeResult', 'KinesisRecord', 'LambdaFunction', 'Layer', 'LoadOptions', 'Metrics', 'NotifyOptions', 'Pace', 'Pattern', 'Queue', 'QueueLoadOptions', 'QueueMetrics',
    'QueueOptions', 'ReceivedMessage', 'RecordLoadOptions', 'S3Event', 'S3Record', 'SendOptions', 'SnsEvent', 'SnsRecord', 'SqsEvent', 'SqsRecord', 'SqsSourceOptions',
    'Statistic', 'Stream', 'StreamEvent', 'StreamMetrics', 'StreamOptions', 'StreamSourceOptions', 'Stretch', 'Table', 'TableOptions', 'Target', 'ThrottleReason', 'Tmp',
    'Topic', 'TurnedAway', 'UrlOptions', 'UrlRequest', 'UrlResponse', 'WriteOptions',
  ],
};

/** What the package has of the course's modules; the checks stay in the course. */
const IN_PACKAGE = /^happens-before\/(go|threading|lambda|testing)$/;
const OWN = /^\.{1,2}\/(?:.*\/)?([^/]+?)(?:\.(?:ts|m?js))?$/;
const IMPORT = /^import\s+(type\s+)?([^'"]*?)\s*from\s*(['"])([^'"]+)\3/gm;

/** Whether the package has what `text` imports, files of its own aside: where it has not, nothing offers to copy it. */
export const canGoHome = (text: string): boolean => [...text.matchAll(IMPORT)].every(([, , , , from = '']) => IN_PACKAGE.test(from) || OWN.test(from));

const WITHOUT_DAEMONS = [
  '// As in Python, the program ends when main and every thread that is no daemon have ended.',
  '{',
  "  const { enumerate, mainThread } = await import('happens-before/threading');",
  '  const rest = () => enumerate().find((thread) => thread !== mainThread() && !thread.daemon);',
  '  for (let thread = rest(); thread !== undefined; thread = rest()) await thread.join();',
  '}',
  'process.exit();',
];

/** Where an account's time is simulated, so that a day of retries takes no time. What the course does for every program, a bubble does here. */
const inABubble = (body: string): string => {
  const imports = [...body.matchAll(IMPORT)].map(([whole]) => `${whole};`);
  const rest = body.replace(new RegExp(`${IMPORT.source};?`, 'gm'), '').trim();
  return [
    ...imports, "import { bubble } from 'happens-before/testing';", '',
    '// In a bubble the time of the account is simulated: it goes on when everybody waits.', 'await bubble(async () => {', rest, '', '// Who still works in the background would go on.', 'process.exit();', '});',
  ].join('\n');
};

const EXPORTED_TYPE = /^export\s+(?:declare\s+)?(?:interface|type)\s+(\w+)/gm;

/**
 * The text of a program as a file that runs in Node as it stands, once the package is installed: types are marked as such, and the program ends where
 * a Go program would, unless it is there to be imported. What uses an account runs in a bubble. `undefined` if it uses what the package does not have.
 *
 * `beside`: the program's other files, by name. Each is copied by itself, and its first lines say what belongs beside it.
 */
export function takeHome(text: string, name = 'program.ts', beside: Readonly<Record<string, string>> = {}): string | undefined {
  const sources = [...text.matchAll(IMPORT)].map(([, , , , from]) => from as string);
  const isHere = (from: string): boolean => `${OWN.exec(from)?.[1]}.ts` in beside;
  // One that could not be copied would be missing beside the others.
  const all = [text, ...Object.values(beside)].flatMap((each) => [...each.matchAll(IMPORT)].map(([, , , , from]) => from as string));
  if (!all.every((from) => IN_PACKAGE.test(from) || isHere(from))) return undefined;
  const flags = /^\s*(export\s+)?(const\s+)?enum\s|\bconstructor\s*\([^)]*\b(private|public|protected|readonly)\s/m.test(text) ? '--experimental-transform-types ' : '';
  const typesBeside = Object.values(beside).flatMap((other) => [...other.matchAll(EXPORTED_TYPE)].map(([, exported]) => exported as string));
  const body = text
    .replace(IMPORT, (whole: string, type: string | undefined, names: string, quote: string, from: string) => {
      const marked = type === undefined ? whole.replace(names, markTypes(names, TYPES[from] ?? typesBeside)) : whole;
      // Node wants the ending.
      return isHere(from) ? marked.replace(`${quote}${from}${quote}`, `${quote}./${OWN.exec(from)![1]}.ts${quote}`) : marked;
    })
    .trimEnd();
  const company = Object.keys(beside);
  const isForOthers = /^export\s+(async\s+function|function|class|const|let)\b/m.test(text);
  const usesAnAccount = all.includes('happens-before/lambda') && !sources.includes('happens-before/testing');
  const lines = [
    '// From the course Happens Before. Build its package with "npm run package" and "npm pack ./dist-package", then, in a folder with a package.json of',
    `// "type": "module": npm install happens-before-0.1.0.tgz${isForOthers ? '; and import from this file what it exports.' : ` && node ${flags}${name}`}`,
    ...(company.length === 0 ? [] : [`// Save it as ${name}, beside ${company.join(', ')}: the page copies each of them while it is shown.`]),
    ...(usesAnAccount && isForOthers ? ["// Call it in a bubble, the one of 'happens-before/testing', or an account's hour takes an hour."] : []),
    usesAnAccount && !isForOthers ? inABubble(body) : body,
  ];
  // Whoever imports it says when the program ends, and a bubble has an end of its own.
  if (isForOthers || usesAnAccount) return `${lines.join('\n')}\n`;
  // Goroutines do not keep a program alive in Go. Python waits for its threads.
  if (sources.includes('happens-before/go') && !sources.includes('happens-before/threading')) lines.push('', '// As in Go, the program ends when main does, whatever its goroutines are doing.', 'process.exit();');
  if (sources.includes('happens-before/threading') && /\bdaemon\b/.test(text)) lines.push('', ...WITHOUT_DAEMONS);
  return `${lines.join('\n')}\n`;
}

/** `{ chan, SendChan }` → `{ chan, type SendChan }`. */
function markTypes(names: string, types: readonly string[]): string {
  return names.replace(/(?<=[{,]\s*)(?!type\s)(\w+)/g, (name) => (types.includes(name) ? `type ${name}` : name));
}
