import { inGo, run } from '#engine/testing';
import { describe as group, expect, it } from 'vitest';
import { cells, clean, describe, sentence, shorten, toRows, toText } from '#trace';
import { buffered, deadlock, fixtures, handOver, hostile, lostUpdate, makeTrace } from './testing/index.ts';
import { keepingNumber } from './wording.ts';

group('the words of a trace', () => {
  it('TR1 give every event one line and one row', () => {
    for (const { trace } of fixtures) {
      expect(toRows(trace)).toHaveLength(trace.events.length);
      const numbers = toText(trace)
        .split('\n')
        .map((line) => Number(/^ +(\d+) {2}\S/.exec(line)?.[1]))
        .filter(Boolean);
      expect(numbers).toEqual(trace.events.map((e) => e.step));
    }
  });

  it('TR2 read verb, object, value', () => {
    expect(describe(lostUpdate.events[3]!, lostUpdate)).toBe('read counter → 0');
    expect(describe(lostUpdate.events[6]!, lostUpdate)).toBe('write counter ← 1');
    expect(describe(lostUpdate.events[0]!, lostUpdate)).toBe('go a');
  });

  it('TR3 say what came of it', () => {
    expect(toText(handOver)).toMatchInlineSnapshot(`
      " 1  main    go       worker
       2  worker  receive  jobs        waits
       3  main    send     jobs ← 7    worker gets 7
       4  main    send     jobs        waits
       5  worker  print    7
       6  worker  receive  jobs → 8    from main
       7  worker  print    8
       8  worker  end
       9  main    end"
    `);
    expect(describe(buffered.events[2]!, buffered)).toBe('send shelf ← 2, then waits to send shelf');
    expect(describe(buffered.events[3]!, buffered)).toBe('receive shelf → 1, wakes producer');
  });

  it('TR4 note a race at both steps', () => {
    expect(toText(lostUpdate)).toMatchInlineSnapshot(`
      "  1  main  go     a
        2  main  go     b
        3  main  wait   wg             waits
        4  a     read   counter → 0    race with 7
        5  b     read   counter → 0    race with 6
        6  a     write  counter ← 1    race with 5 and 7
        7  b     write  counter ← 1    race with 4 and 6
        8  a     done   wg
        9  a     end
       10  b     done   wg             wakes main
       11  b     end
       12  main  read   counter → 1
       13  main  print  1
       14  main  end"
    `);
  });

  it('TR5 say how the run ended, and who still waits', () => {
    expect(toText(deadlock)).toMatchInlineSnapshot(`
      " 1  main   go    left
       2  main   go    right
       3  main   wait  both     waits
       4  left   lock  a
       5  right  lock  b
       6  left   lock  b        waits, held by right
       7  right  lock  a        waits, held by left
      Deadlock: left and right wait for each other.
        main   waits for both, since step 3, line 16
        left   waits to lock b, held by right, since step 6, line 5
        right  waits to lock a, held by left, since step 7, line 10"
    `);
  });

  it('TR6 let no value break a line or turn it around', () => {
    expect(clean('a\nb\u001b[31m\u202ec')).toBe('a\\nb\\u001b[31m\\u202ec');
    const lines = toText(hostile).split('\n');
    expect(lines).toHaveLength(hostile.events.length + 1);
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
  });

  it('TR6 measure wide and combining characters in cells', () => {
    expect([cells('abc'), cells('漢字'), cells('e\u0301')]).toEqual([3, 4, 1]);
    expect(shorten('漢字漢字', 6)).toBe('漢字…');
    expect(shorten('short', 10)).toBe('short');
  });

  it('TR77 cut a long name before the number at its end', () => {
    expect(['ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_1', 'a_very_long_reader', 'g1', '12345678901234567', 'reader10'].map((name) => keepingNumber(name, 14))).toEqual([
      'ThreadPoo…-0_0', 'ThreadPoo…-0_1', 'a_very_long_r…', 'g1', '1234567890…567', 'reader10',
    ]);
  });

  it('TR7 speak a step as a sentence', () => {
    expect(sentence(lostUpdate, 7)).toBe('Step 7 of 14: b writes counter, 1. Race with steps 4 and 6.');
    expect(sentence(handOver, 3)).toBe('Step 3 of 9: main sends jobs, 7; worker gets 7.');
    expect(sentence(deadlock, 7)).toContain('Deadlock: left and right wait for each other.');
    for (const { trace } of fixtures) for (const e of trace.events) expect(sentence(trace, e.step)).toMatch(/^Step \d+ of \d+: .*\.$/u);
  });

  it('TR7 end in one full stop, whatever a program prints', () => {
    expect(sentence(run(inGo("console.log('Done.');")), 1)).toBe('Step 1 of 2: main prints Done.');
    expect(sentence(run(inGo("console.log('Done');")), 1)).toBe('Step 1 of 2: main prints Done.');
  });

  it('TR7 speak of operations whose names are no verbs', () => {
    const door = makeTrace({
      resources: [['left', 'mutex']],
      events: [
        { task: 'main', verb: 'tryLock', on: 'left' },
        { task: 'main', verb: 'err', on: 'left' },
        { task: 'main', verb: 'compareAndSwap', on: 'left' },
        { task: 'main', verb: 'busy' },
        { task: 'main', verb: 'worked' },
        { task: 'main', verb: 'end' },
      ],
    });
    expect(sentence(door, 4)).toBe('Step 4 of 6: main is busy.');
    expect(sentence(door, 5)).toBe('Step 5 of 6: main has worked.');
    expect(sentence(door, 1)).toBe('Step 1 of 6: main tries to lock left.');
    expect(sentence(door, 2)).toBe('Step 2 of 6: main looks for the error of left.');
    expect(sentence(door, 3)).toBe('Step 3 of 6: main compares and swaps left.');
  });
});
