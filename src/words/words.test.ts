import { describe, expect, it } from 'vitest';
import { catalogues, entriesOf, languages, ownWordProblem, withOwn } from './catalogues.ts';

const texts = (words: object): Map<string, string> => new Map([...entriesOf(words)].flatMap(([path, entry]) => (typeof entry === 'string' ? [[path, entry] as const] : [])));
const english = texts(catalogues.en);

/** Entries that are as in English: names, and words that a language has taken over. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    'figures.queues.lines.global',
    'measured.charts.gilLine', 'measured.ways.atomic', 'progress.page.name', 'site.search.examples', 'timeline.controls.pause', 'timeline.table.heads.task', 'timeline.views.text',
  ],
};

describe.each(languages)('the words in %s', (language) => {
  const words = catalogues[language];

  it('have the entries that the English ones have, and no others', () => {
    expect([...entriesOf(words).keys()]).toEqual([...entriesOf(catalogues.en).keys()]);
  });

  it('have no empty entry, and none that begins or ends with a space', () => {
    expect([...texts(words)].filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('are written in that language', () => {
    expect(words.language).toBe(language);
    expect(words.number(1234.5)).toBe(language === 'de' ? '1.234,5' : '1,234.5');
    expect(new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(['a', 'b', 'c'])).toBe(words.list(['a', 'b', 'c']));
  });
});

describe.each(languages.filter((language) => language !== 'en'))('the words in %s', (language) => {
  it('are not the English ones, but for names', () => {
    const same = [...texts(catalogues[language])].filter(([path, text]) => path !== 'language' && english.get(path) === text && /\p{L}/u.test(text)).map(([path]) => path);
    expect(same.toSorted()).toEqual(SAME[language]);
  });

  it('make something else of the same numbers and names', () => {
    const { program, game, progress, site, shell } = catalogues[language];
    expect([program.status.ran(1, 2, 3), program.orders.all(1), program.orders.all(1200), shell.search.found(1), site.home.parts(7)]).not.toEqual(
      [catalogues.en.program.status.ran(1, 2, 3), catalogues.en.program.orders.all(1), catalogues.en.program.orders.all(1200), catalogues.en.shell.search.found(1), catalogues.en.site.home.parts(7)],
    );
    expect([game.par.known(0, true), game.said.closed(2), progress.handIn.solved(1)].join(' ')).not.toMatch(/undefined|NaN|\bthe\b/);
  });
});

describe('German', () => {
  const { program, game, site } = catalogues.de;

  it('counts', () => {
    expect(program.orders.all(1234)).toBe('Alle 1.234 Reihenfolgen versucht');
    expect(program.status.progress(1000, 20_000, 1)).toBe('bisher 1.000 von etwa 20.000 Reihenfolgen, 1 davon scheitert');
    expect(game.said.done(1, 0, 2)).toBe('1 Entscheidung, kein erzwungener Wechsel, 2 Hinweise');
    expect(game.said.reached('Es endet.', 2, 1)).toBe('Geschafft. Es endet. Du kamst mit 2 erzwungenen Wechseln aus, bei 1 Hinweis.');
    expect(site.home.parts(7)).toBe('Sieben Teile');
  });
});

describe('words of an edition', () => {
  it('take the place of an entry and of nothing else', () => {
    const { shell } = catalogues.de;
    const own = withOwn(shell, { 'marks.read': 'fertig' });
    expect(own.marks.read).toBe('fertig');
    expect(own.marks.solved('heute')).toBe('gelöst am heute');
    expect(shell.marks.read).toBe('gelesen');
  });

  it('are refused where there are none such, with the nearest that there are', () => {
    expect(ownWordProblem(catalogues.en, 'site.home.title')).toBeUndefined();
    expect(ownWordProblem(catalogues.en, 'site.home.titel')).toBe('There are no words called "site.home.titel". Did you mean "site.home.title"? All that there are stand in src/words/en.');
    expect(ownWordProblem(catalogues.en, 'language')).toContain('There are no words called "language".');
  });

  it('are refused for an entry that is put together from parts', () => {
    expect(ownWordProblem(catalogues.en, 'program.status.ran')).toMatch(/^"program\.status\.ran" is put together from parts/);
  });
});
