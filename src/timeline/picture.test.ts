import { describe, expect, it } from 'vitest';
import { textWidth } from './frame.ts';
import { layout } from './index.ts';
import { pictureName, toPicture } from './picture.ts';
import { fixtures, hostile, lostUpdate, mutexWaiting, stuckAmongBusy } from './testing/index.ts';
import { RELATION_MARKS } from './wording.ts';

describe('the figure as a file', () => {
  it('TR66 holds every scene, with its words as title and description', () => {
    const scene = layout(lostUpdate, { axis: 'across' });
    const one = toPicture([{ scene }], { title: 'One is lost', text: 'a & b' });
    const two = toPicture([{ scene }, { scene, label: 'The other' }], { title: 'One is lost', text: 'a & b' });
    expect(one).toContain('<title>One is lost</title><desc>a &amp; b</desc>');
    const count = (svg: string): number => svg.match(/class="run/g)!.length;
    expect(count(two)).toBe(2 * count(one));
    const height = (svg: string): number => Number(/height="([\d.]+)"/.exec(svg)![1]);
    expect(height(two)).toBeGreaterThan(2 * scene.height);
    expect(two).toContain('The other');
  });

  it('TR40 escapes every word of the program in a file', () => {
    const scene = layout(hostile, { axis: 'down' });
    expect(toPicture([{ scene, label: '<b>' }], { title: '<i>', text: ']]></svg>' })).not.toMatch(/<script|<img|<b>|<i>|\]\]></);
  });

  it('TR60 TR66 rings the number of the deciding step, and what is said of it', () => {
    for (const axis of ['across', 'down'] as const) {
      const svg = toPicture([{ scene: layout(stuckAmongBusy, { axis, at: 2, relate: true }) }], { title: 't', text: 'd' });
      const ring = /<rect class="decides" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(svg)!;
      const [, x, number, sign] = /<text class="step deciding"[^>]*? x="([\d.]+)"[^>]*>(\d+)(.*?)<\/text>/.exec(svg)!;
      const words = number! + sign!.replace(/<.*?>/g, '');
      expect(words).toBe(`5${RELATION_MARKS.after}`);
      const [from, width] = [Number(ring[1]), Number(ring[2])];
      expect(from).toBeLessThan(Number(x) - textWidth(words) / 2);
      expect(from + width).toBeGreaterThan(Number(x) + textWidth(words) / 2);
      expect(from).toBeGreaterThan(0);
    }
  });

  it('TR33 writes the name of a lock over the bars of the next lane', () => {
    const svg = toPicture([{ scene: layout(mutexWaiting, { axis: 'down' }) }], { title: 't', text: 'd' });
    expect(svg.indexOf('class="lock-name')).toBeGreaterThan(svg.lastIndexOf('class="ready'));
  });

  it('TR66 is well-formed, whatever is drawn', () => {
    for (const { trace } of fixtures) {
      const svg = toPicture([{ scene: layout(trace, { axis: 'across' }) }], { title: 't', text: 'd' });
      expect(svg.match(/<svg/g)).toHaveLength(1);
      expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
    }
  });

  it('TR66 has a name that files can have', () => {
    expect(pictureName(lostUpdate, 'Lost update!', 7)).toBe('lost-update-step-7-of-14');
    expect(pictureName(lostUpdate, '…', undefined)).toBe('lanes');
  });
});
