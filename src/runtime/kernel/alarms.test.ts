import { describe, expect, it } from 'vitest';
import { Alarms } from './alarms.ts';

const at = (deadline: number) => ({ deadline, moves: false });

describe('alarms', () => {
  it('tell the earliest deadline, whoever was added or taken away before', () => {
    const alarms = new Alarms();
    expect(alarms.earliest()).toBe(Infinity);
    const [five, three, other] = [at(5), at(3), at(3)];
    for (const one of [five, three, other]) alarms.add(one);
    expect(alarms.earliest()).toBe(3);
    alarms.delete(three);
    expect(alarms.earliest()).toBe(3);
    alarms.delete(other);
    expect(alarms.earliest()).toBe(5);
    alarms.delete(five);
    alarms.delete(at(1));
    expect(alarms.earliest()).toBe(Infinity);
  });

  it('see a deadline that has come nearer meanwhile', () => {
    const alarms = new Alarms();
    const moving = { deadline: 9, moves: true };
    alarms.add(at(7));
    alarms.add(moving);
    expect(alarms.earliest()).toBe(7);
    moving.deadline = 2;
    expect(alarms.earliest()).toBe(2);
    alarms.delete(moving);
    expect(alarms.earliest()).toBe(7);
  });
});
