import { explore, inGo, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { commonStart } from '#trace';
import { layoutTree, partingTree, toTreeSvg, TREE_ROW } from './index.ts';
import { hostile } from './testing/index.ts';

const source = inGo("for (const n of ['a', 'b', 'c']) go(n, async () => { console.log(n); }); await sleep(1);");
const traces = explore(source).outcomes.map(({ schedule }) => run(source, { schedule }));

describe('the tree of orders', () => {
  it('TR70 has a row for each order, which leaves another where the two part', () => {
    const rows = partingTree(traces);
    expect(rows.map((row) => row.index).toSorted((a, b) => a - b)).toEqual(traces.map((_, i) => i));
    expect(rows.filter((row) => row.parent === undefined)).toHaveLength(1);
    for (const { index, parent, step, goes } of rows) {
      if (parent === undefined) continue;
      expect(step).toBe(commonStart(traces[parent]!, traces[index]!) + 1);
      expect(traces[index]!.tasks[traces[index]!.events[step - 1]!.task]!.name).toBe(goes);
    }
  });

  it('TR70 has no crossing lines', () => {
    const rows = partingTree(traces);
    const place = (index: number | undefined): number => rows.findIndex((row) => row.index === index);
    rows.forEach((row, i) => {
      if (row.parent === undefined) return;
      // Whatever lies between a row and its parent leaves later, and to the right.
      for (const between of rows.slice(place(row.parent) + 1, i)) expect(between.step).toBeGreaterThanOrEqual(row.step);
    });
    const scene = layoutTree(rows);
    expect(scene.height).toBeGreaterThanOrEqual(rows.length * TREE_ROW);
    expect(toTreeSvg(scene, [])).not.toMatch(/NaN|undefined/);
  });

  it('TR40 escapes every name in the tree', () => {
    expect(toTreeSvg(layoutTree(partingTree([traces[0]!, hostile])), [1])).not.toMatch(/<img|<script/);
  });
});
