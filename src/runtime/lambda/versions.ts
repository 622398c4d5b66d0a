import { quote, randomFrom } from '#base';
import { LATEST, ROUTING_REFUSED } from './constants.ts';
import type { Code } from './code.ts';
import { invalidParameter, LambdaError } from './errors.ts';
import { hash } from './hash.ts';
import type { FunctionSettings } from './options.ts';
import { Snapshot } from './snapshot.ts';

/** Where an alias sends its requests: to a version, and a share of them to a second one. */
interface Route {
  readonly main: string;
  readonly second: string | undefined;
  readonly weight: number;
  /** For a plain run, where requests are shared out by chance, always the same. */
  readonly random: () => number;
}

/**
 * The versions of a function, and the aliases that point to them.
 *
 * Invariant: what was published does not change, and its number is not used again.
 */
export class Versions {
  readonly #name: string;
  readonly #published = new Map<string, Code>();
  readonly #aliases = new Map<string, Route>();
  #latest: Code;
  /** What the latest published version was made of. */
  #source: Code | undefined;

  constructor(settings: FunctionSettings & { readonly handler?: unknown }, now: number) {
    this.#name = settings.name;
    this.#latest = { version: LATEST, settings, handler: settings.handler as Code['handler'], snapshot: new Snapshot(now), madeAt: now };
  }

  get latest(): Code {
    return this.#latest;
  }

  published(): readonly Code[] {
    return [...this.#published.values()];
  }

  /** UpdateFunctionCode and UpdateFunctionConfiguration. Returns what ran as $LATEST until now. */
  deploy(settings: FunctionSettings, handler: Code['handler'], now: number): Code {
    const before = this.#latest;
    this.#latest = { version: LATEST, settings, handler, snapshot: new Snapshot(now), madeAt: now };
    return before;
  }

  /** PublishVersion: a number for $LATEST as it is. What has not changed since the last time keeps its number. */
  publish(now: number): Code {
    const last = this.#published.get(String(this.#published.size));
    if (last !== undefined && this.#source === this.#latest) return last;
    const version = String(this.#published.size + 1);
    const code = { ...this.#latest, version, snapshot: new Snapshot(now), madeAt: now };
    this.#published.set(version, code);
    this.#source = this.#latest;
    return code;
  }

  /** CreateAlias and UpdateAlias. `weights`: the share of requests, between 0 and 1, that goes to a second version. */
  point(alias: string, version: string, weights: Readonly<Record<string, number>>): void {
    if (typeof alias !== 'string' || !/^(?!\d+$)[\w-]+$/.test(alias)) throw new LambdaError('ValidationException', ROUTING_REFUSED.name(String(alias)), 'an alias has letters, digits, - and _, and is no number: that would be a version.');
    if (version !== LATEST) this.#numbered(version);
    const shares = Object.entries(weights);
    if (shares.length > 1) throw invalidParameter(ROUTING_REFUSED.tooMany, 'an alias points to two versions at most: the one that it names, and one more.');
    const [second, weight] = shares[0] ?? [undefined, 0];
    if (second !== undefined) this.#checkSecond(version, second, weight);
    this.#aliases.set(alias, { main: version, second, weight, random: randomFrom(hash(`${this.#name}:${alias}`)) });
  }

  /** Whether a request for `qualifier` may go either of two ways. */
  isSplit(qualifier: string): boolean {
    const route = this.#aliases.get(qualifier);
    return route?.second !== undefined && route.weight > 0 && route.weight < 1;
  }

  /** The version that a request for `qualifier` gets: by chance where the alias is weighted, or just not that one, for `other`. */
  route(qualifier: string, other: boolean): Code {
    const route = this.#aliases.get(qualifier);
    if (route === undefined) return qualifier === LATEST ? this.#latest : this.#numbered(qualifier);
    const toSecond = route.second !== undefined && (this.isSplit(qualifier) ? route.random() < route.weight !== other : route.weight === 1);
    return this.#codeOf(toSecond ? (route.second as string) : route.main);
  }

  /** The versions that `qualifier` stands for, each with its share of the requests. */
  shares(qualifier: string): readonly (readonly [Code, number])[] {
    const route = this.#aliases.get(qualifier);
    if (route === undefined) return [[this.route(qualifier, false), 1]];
    const main = [this.#codeOf(route.main), 1 - route.weight] as const;
    return route.second === undefined ? [main] : [main, [this.#codeOf(route.second), route.weight]];
  }

  /** The aliases that point to `version`. */
  aliasesOf(version: string): readonly string[] {
    return [...this.#aliases].flatMap(([alias, { main, second }]) => (main === version || second === version ? [alias] : []));
  }

  /** @throws LambdaError ResourceNotFoundException */
  check(qualifier: string): void {
    if (qualifier === LATEST || this.#aliases.has(qualifier) || this.#published.has(qualifier)) return;
    const [aliases, numbers] = [[...this.#aliases.keys()], [...this.#published.keys()]];
    const has = [aliases.length === 0 ? 'no alias' : `the ${aliases.length === 1 ? 'alias' : 'aliases'} ${aliases.join(', ')}`, ...(numbers.length === 0 ? [] : [`the ${numbers.length === 1 ? 'version' : 'versions'} ${numbers.join(', ')}`])];
    throw new LambdaError('ResourceNotFoundException', `Function not found: ${this.#name}:${qualifier}.`, `this one has ${has.join(', ')} and ${LATEST}.`);
  }

  #checkSecond(version: string, second: string, weight: unknown): void {
    const shown = `{${second}=${typeof weight === 'number' ? weight : quote(weight)}}`;
    if (typeof weight !== 'number' || !(weight >= 0 && weight <= 1)) throw new LambdaError('ValidationException', ROUTING_REFUSED.weight(shown), `a weight is a share of the requests: 0.1 sends every tenth to version ${second}.`);
    if (!/^\d+$/.test(second)) throw new LambdaError('ValidationException', ROUTING_REFUSED.key(shown), 'what has a weight is a published version, by its number: publish one.');
    if (second === version) throw invalidParameter(ROUTING_REFUSED.same(second), 'the version that the alias names gets what the other leaves.');
    if (version === LATEST) throw invalidParameter(ROUTING_REFUSED.latest, 'publish a version, and point the alias to that.');
    this.#numbered(second);
  }

  #codeOf(version: string): Code {
    return version === LATEST ? this.#latest : this.#numbered(version);
  }

  #numbered(version: string): Code {
    const code = this.#published.get(version);
    if (code === undefined) throw new LambdaError('ResourceNotFoundException', `Function not found: ${this.#name}:${String(version)}.`, this.#published.size === 0 ? 'no version was published yet: fn.publish() does.' : `published are ${[...this.#published.keys()].join(', ')}.`);
    return code;
  }
}
