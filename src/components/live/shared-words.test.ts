import { describe, expect, it } from 'vitest';
import { handle, type Reply } from '#engine';
import { isAstray } from '#progress';
import { linkWords, type LinkState } from './shared-words.ts';

const state: LinkState = { kind: 'program', code: true, order: true, outdated: false, changed: false, other: 'page', showing: 'link' };
const acts = (more: Partial<LinkState>): readonly string[] => linkWords({ ...state, ...more }).offers.map(({ act }) => act);

describe('the notice of a link', () => {
  it.each<[Partial<LinkState>, string]>([
    [{}, 'This link brings a program and one order of it. Press Run to see it.'],
    [{ code: false }, 'This link brings one order of this program. Press Run to see it.'],
    [{ order: false }, 'This link brings a program. Press Run to see what it does.'],
    [{ changed: true }, 'This link brings a program and one order of it. Press Run to see it. Your changes to it are kept.'],
    [{ went: 'through' }, 'This is the order that the link brought. Run follows it again.'],
    [{ went: 'astray' }, 'The order of this link does not fit the program as it stands here.'],
    [
      { kind: 'exercise', scene: 'two boxes' },
      'This link brings an answer and one order of “two boxes” in which it fails. Press Check to see the verdict.',
    ],
    [{ kind: 'exercise', order: false }, 'This link brings an answer. Press Check to see the verdict.'],
    [
      { kind: 'exercise', code: false, scene: 'two boxes' },
      'This link brings one order of “two boxes” in which the first version fails. Press Check to see the verdict.',
    ],
    [{ kind: 'break', code: false }, 'This link brings one order of this program. Press “Be the scheduler” to see how it ends.'],
    [{ kept: true, showing: 'own' }, 'Your changes to a text that came with a link are kept as well.'],
    [{ kept: true }, 'This is the text that came with a link, with your changes.'],
    [{ showing: 'own', other: 'own' }, 'This is your own version.'],
  ])('says what %j brought', (more, say) => {
    expect(linkWords({ ...state, ...more }).say).toBe(say);
  });

  it('always leaves a way to what the reader had', () => {
    expect(acts({ other: 'own' })).toEqual(['link-own', 'link-drop']);
    expect(acts({ other: 'own', code: false })).toContain('link-own');
    expect(acts({ other: undefined, code: false })).toEqual(['link-drop']);
    expect(acts({ other: 'own', showing: 'own' })).toEqual(['link-theirs']);
  });
});

it('an order that does not fit is told by what the engine says about it', () => {
  const program = { files: { 'main.ts': `console.log('hello');` }, entry: 'main.ts' };
  const replies: Reply[] = [];
  for (const schedule of ['main nobody', 'main*0']) handle({ kind: 'run', program, schedule }, (reply) => replies.push(reply));
  const titles = replies.map((reply) => (reply.kind === 'stopped' ? reply.title : reply.kind));
  expect(titles).toHaveLength(2);
  expect(titles.every(isAstray), titles.join(' · ')).toBe(true);
  expect(isAstray('stopped after 1,000 steps')).toBe(false);
});
