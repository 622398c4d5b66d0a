import { describe, expect, it } from 'vitest';
import { allStates, findResource } from '#trace';
import { overlap, textWidth } from './frame.ts';
import { layout, toSvg, toTable } from './index.ts';
import {
  buffered,
  deadlock,
  fixtures,
  handOver,
  leak,
  lockAsState,
  lostUpdate,
  makeTrace,
  mutexWaiting,
  ready,
  returned,
  sleeping,
  stuckAmongBusy,
  threadLock,
  twoHundredSteps,
} from './testing/index.ts';
import type { Scene } from './scene.ts';

const axes = ['across', 'down'] as const;
const every = (check: (scene: Scene, trace: (typeof fixtures)[number]['trace'], name: string) => void): void => {
  for (const { trace, name, at } of fixtures) for (const axis of axes) check(layout(trace, { axis, at }), trace, `${name} ${axis}`);
};

describe('the lanes', () => {
  it('TR30 hold exactly one filled bar per column', () => {
    every((scene, _, name) => {
      const filled = scene.bars.filter((b) => b.kind === 'run').map((b) => b.step);
      expect(filled, name).toEqual(scene.columns.filter((c) => c.from === c.to).map((c) => c.from));
    });
  });

  it('TR31 are in order of birth, and none is lost', () => {
    every((scene, trace, name) => {
      expect(
        scene.lanes.map((l) => l.task),
        name,
      ).toEqual(trace.tasks.map((t) => t.id));
      const edges = scene.lanes.map((l) => (scene.axis === 'across' ? l.rect.y : l.rect.x));
      expect(edges.toSorted((a, b) => a - b)).toEqual(edges);
    });
  });

  it('TR32 draw arrows from cause to effect', () => {
    every((scene, trace, name) => {
      for (const arrow of scene.arrows) {
        if (arrow.to !== undefined) expect(arrow.from, name).toBeLessThan(arrow.to);
        expect(trace.events[arrow.from - 1]!.task, name).not.toBe(arrow.task);
      }
    });
    const birth = layout(handOver, { axis: 'across' }).arrows.find((a) => a.kind === 'birth');
    expect(birth).toMatchObject({ from: 1, to: 2, task: 1 });
  });

  it('TR33 show each lock in one pair of hands', () => {
    every((scene, trace, name) => {
      for (const a of scene.rails)
        for (const b of scene.rails) {
          if (a === b || a.resource !== b.resource || a.shared) continue;
          expect(a.toStep < b.fromStep || b.toStep < a.fromStep, `${name} ${findResource(trace, a.resource)?.name}`).toBe(true);
          const [start, end] = scene.axis === 'across' ? (['x', 'x'] as const) : (['y', 'y'] as const);
          expect(a.to[end] <= b.from[start] || b.to[end] <= a.from[start], name).toBe(true);
        }
    });
  });

  it('TR33 keep the names of locks apart from the forks', () => {
    const scene = layout(mutexWaiting, { axis: 'down' });
    const ofLast = scene.rails.filter((r) => r.task === scene.lanes.at(-1)!.task);
    expect(ofLast).not.toEqual([]);
    expect(scene.forks).not.toEqual([]);
    for (const { label } of ofLast) for (const fork of scene.forks) expect(label.x + textWidth(label.text)).toBeLessThan(fork.x - 5);
  });

  it('TR33 follow a lock from hand to hand', () => {
    const held = (trace: typeof mutexWaiting): string[] =>
      layout(trace, { axis: 'across' }).rails.map((r) => `${trace.tasks[r.task]!.name} ${r.fromStep}-${r.toStep}`);
    expect(held(mutexWaiting)).toEqual(['a 4-8', 'b 9-12']);
    expect(held(threadLock)).toEqual(['Thread-1 4-7', 'Thread-2 8-11']);
    expect(held(deadlock)).toEqual(['left 4-7', 'right 5-7']);
    expect(held(lockAsState)).toEqual(['a 4-6', 'c 7-10', 'c 8-9', 'b 11-12']);
  });

  it('TR34 draw a task as what it is, and not before its birth', () => {
    every((scene, trace, name) => {
      const states = allStates(trace);
      for (const bar of scene.bars) {
        if (bar.kind !== 'ready') continue;
        const [from, to] = scene.axis === 'across' ? [bar.rect.x, bar.rect.x + bar.rect.w] : [bar.rect.y, bar.rect.y + bar.rect.h];
        const middle = (from + to) / 2;
        const column = scene.columns.find((c) => (scene.axis === 'across' ? c.rect.x + c.rect.w > middle : c.rect.y + c.rect.h > middle))!;
        const near = [states[column.from - 1], states[column.to]].map((s) => s?.get(bar.task)?.kind);
        expect(near, `${name} step ${column.from}`).toContain('ready');
      }
    });
    expect(layout(leak, { axis: 'across' }).caps.map((c) => c.kind)).toEqual(['returned', 'returned', 'stuck']);
    expect(layout(sleeping, { axis: 'across' }).waits.map((w) => w.kind)).toEqual(['sleeping', 'sleeping']);
  });

  it('TR35 wake a task in the middle of the step that wakes it', () => {
    const scene = layout(mutexWaiting, { axis: 'across' });
    const unlock = scene.bars.find((b) => b.step === 8)!;
    const wake = scene.arrows.find((a) => a.from === 8)!;
    expect(wake.path.startsWith(`M ${unlock.rect.x + unlock.rect.w / 2} `)).toBe(true);
  });

  it('TR36 are the same when they are turned', () => {
    for (const { trace, at } of fixtures) {
      const [across, down] = axes.map((axis) => layout(trace, { axis, at })) as [Scene, Scene];
      const said = (s: Scene): unknown => ({
        columns: s.columns.map((c) => [c.from, c.to]),
        // A pause fills room that only a stretched column has.
        bars: s.bars.filter((b) => b.kind !== 'pause').map((b) => [b.kind, b.task, b.step]),
        waits: s.waits.map((w) => [w.kind, w.task]),
        caps: s.caps.map((c) => [c.kind, c.task]),
        rails: s.rails.map((r) => [r.resource, r.task, r.fromStep, r.toStep]),
        arrows: s.arrows.map((a) => [a.kind, a.from, a.to, a.task]),
        races: s.races.map((r) => [r.from, r.to]),
        forks: s.forks.map((f) => f.step),
      });
      expect(said(down)).toEqual(said(across));
      const runs = down.bars.filter((b) => b.kind === 'run');
      expect(runs.map((b) => b.rect.y)).toEqual(runs.map((b) => b.rect.y).toSorted((a, b) => a - b));
    }
  });

  it('TR37 have bars that their labels fit into', () => {
    every((scene, _, name) => {
      for (const bar of scene.bars)
        if (bar.label) expect(textWidth(bar.label.text) + 8, `${name} ${bar.label.text}`).toBeLessThanOrEqual(bar.rect.w);
    });
  });

  it('TR78 have words that stand on nothing else and are not cut off', () => {
    // b read without the lock and waits for it now; the row below begins with the tag of the race, just where b’s wait has its words.
    const events = mutexWaiting.events.map((event) =>
      event.step === 6 ? { ...event, verb: 'read', resource: 2, races: [7] } : event.step === 7 ? { ...event, races: [6] } : event,
    );
    const lateRace = makeTrace({
      tasks: ['a', 'b'],
      resources: [['counter', 'variable']],
      events: [
        { task: 'main', verb: 'go', partner: 'a', to: { a: ready } },
        { task: 'main', verb: 'go', partner: 'b', to: { b: ready } },
        { task: 'a', verb: 'write', on: 'counter', out: '1', races: [5] },
        { task: 'a', verb: 'end', to: { a: returned } },
        { task: 'b', verb: 'write', on: 'counter', out: '1', races: [3] },
        { task: 'b', verb: 'end', to: { b: returned } },
        { task: 'main', verb: 'end', to: { main: returned } },
      ],
    });
    const checked = [
      ...fixtures,
      { name: 'far into the run', trace: twoHundredSteps, at: 100 },
      { name: 'a race after an end', trace: lateRace, at: undefined },
      { name: 'by chance', trace: { ...sleeping, events: sleeping.events.map((event) => ({ ...event, time: event.time * 1234.567891 })) }, at: undefined },
      { name: 'a race beside a wait', trace: { ...mutexWaiting, events }, at: undefined },
    ];
    for (const { trace, name, at } of checked)
      for (const relate of [false, true]) {
        const scene = layout(trace, { axis: 'down', at, relate });
        for (const { label, time, relation } of scene.columns) {
          if (time) {
            expect(time.x - textWidth(time.text) / 2, `${name} ${time.text}`).toBeGreaterThanOrEqual(label.x + textWidth(label.text) / 2);
            expect(time.x + textWidth(time.text) / 2, `${name} ${time.text}`).toBeLessThanOrEqual(scene.lanes[0]!.rect.x);
          }
          const width = textWidth(label.text + (relation ? ' ‹' : ''));
          expect(label.x - width / 2, `${name} ${label.text}`).toBeGreaterThanOrEqual(0);
          expect(label.x + width / 2, `${name} ${label.text}`).toBeLessThanOrEqual(scene.lanes[0]!.rect.x);
        }
        const said = [
          ...scene.columns.flatMap(({ fold }) => fold ?? []),
          ...scene.waits.flatMap(({ label }) => label ?? []),
          ...scene.races.flatMap(({ tag }) => tag ?? []),
        ];
        for (const a of said) for (const b of said) if (a !== b) expect(overlap(a.box, b.box), `${name}: ${a.text} on ${b.text}`).toBe(false);
        for (const { x, y } of scene.caps)
          for (const { box, text } of said) expect(overlap(box, { x: x - 5, y: y - 5, w: 10, h: 10 }), `${name}: ${text} on the end of a lane`).toBe(false);
        for (const rail of scene.rails)
          for (const fork of scene.forks) {
            const { x, y, text } = rail.label;
            const isOn = Math.abs(fork.y - y) < 14 && fork.x > x - 5 && fork.x < x + textWidth(text) + 5;
            expect(isOn, `${name}: ${text} on the fork of step ${fork.step}`).toBe(false);
          }
      }
  });

  it('TR38 count the full slots of a channel', () => {
    const [shelf] = layout(buffered, { axis: 'across' }).shelves;
    expect(shelf!.slots.map((s) => [s.step, s.filled])).toEqual([
      [2, 1],
      [3, 2],
      [4, 1],
      [5, 0],
      [6, 1],
      [7, 0],
      [9, 0],
    ]);
    expect(shelf!.closed).toBeDefined();
  });

  it('TR39 fold what is long and quiet', () => {
    const scene = layout(twoHundredSteps, { axis: 'across', foldOver: 60 });
    expect(scene.columns.length).toBeLessThan(20);
    expect(scene.columns.filter((c) => c.fold).map((c) => c.fold!.text)).toEqual(['⋯ 149 steps', '⋯ 40 steps']);
    const chosen = layout(twoHundredSteps, { axis: 'across', foldOver: 60, at: 80 });
    expect(chosen.columns.filter((c) => c.from === c.to).map((c) => c.from)).toEqual(expect.arrayContaining([78, 79, 80, 81, 82]));
    expect(layout(twoHundredSteps, { axis: 'across', foldOver: 500 }).columns).toHaveLength(200);
  });

  it('TR62 set aside what has no part in a failure, and fold it', () => {
    const scene = layout(stuckAmongBusy, { axis: 'across' });
    expect(scene.columns.filter((c) => c.fold).map((c) => c.fold!.text)).toEqual(['⋯ 6 steps']);
    expect(scene.columns.filter((c) => c.decisive).map((c) => c.from)).toEqual([5]);
    const open = layout(stuckAmongBusy, { axis: 'across', foldOver: Infinity });
    expect(open.bars.filter((b) => b.aside).map((b) => b.step)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(toTable(stuckAmongBusy)).toMatch(/<tr class="aside"><th scope="row">6<.*?no part in the failure/);
    expect(toTable(stuckAmongBusy)).toMatch(/<tr><th scope="row">5<.*?decides the failure/);
    expect(layout(mutexWaiting, { axis: 'across' }).bars.some((b) => b.aside)).toBe(false);
  });

  it('TR41 draw each race once, with two diamonds', () => {
    const scene = layout(lostUpdate, { axis: 'across' });
    expect(scene.races.map((r) => [r.from, r.to])).toEqual([
      [5, 6],
      [4, 7],
      [6, 7],
    ]);
    expect(scene.races.map((r) => r.tag?.text)).toEqual(['race: counter', undefined, undefined]);
    expect(scene.diamonds.map((d) => d.step).toSorted()).toEqual([4, 5, 6, 7]);
  });

  it('TR42 draw mere order for the selected step only', () => {
    const orders = (at?: number): number => layout(lockAsState, { axis: 'across', at }).arrows.filter((a) => a.kind === 'order').length;
    expect([orders(), orders(3), orders(9), orders(12)]).toEqual([0, 0, 1, 1]);
  });

  it('TR36 are drawn with finite numbers', () => {
    every((scene, _, name) => expect(toSvg(scene), name).not.toMatch(/NaN|undefined|Infinity/));
  });
});
