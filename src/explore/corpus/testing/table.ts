import type { Study } from './study.ts';

const HEAD = ['kernel', 'sub-type', 'native rate', 'orders to the first failure', 'all orders', 'ms'];

/** The studies as a Markdown table, padded so that it reads in a terminal too. */
export function table(studies: readonly Study[]): string {
  const rows = studies.map(({ kernel, firstFailure, exploration: { complete, executions, ms } }) => [
    kernel.name,
    kernel.subType,
    kernel.rate === undefined ? '–' : `${kernel.rate} %`,
    firstFailure?.toLocaleString('en') ?? 'not found',
    complete ? executions.full.toLocaleString('en') : `≥ ${executions.full.toLocaleString('en')}, limit`,
    ms.toFixed(1),
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}
