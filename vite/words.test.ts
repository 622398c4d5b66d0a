import path from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Language, OwnWords } from '../src/words/catalogues.ts';
import { words } from './words.ts';

const root = path.resolve(import.meta.dirname, '..');

/** What a browser is given of a script that says these things. */
async function scriptThatSays(what: string, language: Language, own: OwnWords = {}): Promise<string> {
  const entry = { name: 'entry', resolveId: (id: string) => (id === 'entry' ? id : undefined), load: (id: string) => (id === 'entry' ? `import * as words from '${root}/src/words/index.ts'; console.log(${what});` : undefined) };
  const built = await build({ root, configFile: false, logLevel: 'silent', plugins: [words(root, language, own), entry], build: { write: false, minify: false, rolldownOptions: { input: 'entry' } } });
  const [{ output }] = (Array.isArray(built) ? built : [built]) as [{ output: readonly { readonly code?: string }[] }];
  return output.map(({ code = '' }) => code).join('\n');
}

describe('the words that the build brings into a script', () => {
  it('ED8 are those of the language, and of no other', async () => {
    const german = await scriptThatSays('words.shell.offline.later, words.language', 'de');
    expect(german).toContain('Später');
    expect(german).not.toContain('Later');
    const english = await scriptThatSays('words.shell.offline.later', 'en');
    expect(english).toContain('Later');
    expect(english).not.toContain('Später');
  });

  it('are those of the groups that it uses', async () => {
    const script = await scriptThatSays('words.shell.offline.later', 'en');
    expect(script).not.toContain('Try every order');
    expect(script).not.toContain('NumberFormat');
  });

  it('ED9 are those of the edition where it says others', async () => {
    const script = await scriptThatSays('words.shell.offline.later, words.site.shell.menu', 'de', { 'shell.offline.later': 'Jetzt nicht' });
    expect(script).toContain('Jetzt nicht');
    expect(script).toContain('Menü');
  });
});
