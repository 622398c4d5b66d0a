import { describe, expect, it } from 'vitest';
import { layout } from './index.ts';
import { pictureName, toPicture } from './picture.ts';
import { fixtures, hostile, lostUpdate } from './testing/index.ts';

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
