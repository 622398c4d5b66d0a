import { describe, expect, it } from 'vitest';
import { mentions } from './mentions.ts';

describe('mentions', () => {
  it('lists each thing that a text refers to, once', () => {
    const found = mentions(`
      <Program name="lost-update" caption="…" /> <Predict program="lost-update" question="…" /> <Step program="other" n={6}>six</Step>
      <Exercise id="hold-the-lock" /> <Original file="adder.py" />
      A <Term id="race">race</Term>, the same <Term id='race'>race</Term>.<Source n={2} /><Source n={ 1 } />
      See [locks](/python-threading/locks/#owner) and [Go](https://go.dev/).`);
    expect(found).toEqual({
      programs: ['lost-update', 'other'],
      exercises: ['hold-the-lock'],
      originals: ['adder.py'],
      terms: ['race'],
      sources: [2, 1],
      links: ['/python-threading/locks/'],
      farSteps: [],
    });
  });

  it('does not read code', () => {
    expect(mentions('Write `<Term id="x">`:\n```mdx\n<Term id="y">y</Term>\n```\n').terms).toEqual([]);
  });
});
