/** What axe finds wrong. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules that go by colours, by far the slowest. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

export interface Where {
  /** Only these elements, by selector; all of the page if left out. */
  readonly within?: readonly string[];
  readonly without?: readonly string[];
  /** Only the rules that go by colours, or all but them. */
  readonly colours?: 'only' | 'not';
}

/** One line per element, so that a failing test says where to look. */
export async function complaints(page: Page, { within = [], without = [], colours }: Where = {}): Promise<string[]> {
  // Not in parts for frames that axe may not enter, each in a page of its own: the one frame here is the sandbox, and it is empty.
  // A unique selector for every element that is right would be three quarters of the time.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  for (const selector of within) builder.include(selector);
  for (const selector of without) builder.exclude(selector);
  if (colours === 'only') builder.withRules(COLOURS);
  if (colours === 'not') builder.disableRules(COLOURS);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}
