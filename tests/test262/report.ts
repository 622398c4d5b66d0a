import { HOST, REASONS, SLOPPY } from './classes.ts';
import type { Result } from './suite.ts';

interface Row {
  readonly files: number;
  readonly outside: number;
  readonly passed: number;
  readonly failed: number;
}

/** `language/statements/class` of a longer path; of built-ins, two parts say enough. */
const folderOf = (file: string): string => file.split('/').slice(0, file.startsWith('built-ins/') ? 2 : 3).join('/');

const count = (results: readonly Result[]): Row => {
  const passed = results.filter(({ outcome }) => outcome?.kind === 'passed').length;
  const outside = results.filter(({ reason }) => reason !== undefined).length;
  return { files: results.length, outside, passed, failed: results.length - passed - outside };
};

const share = ({ passed, failed }: Row): string => (passed + failed === 0 ? '–' : `${(Math.floor((passed / (passed + failed)) * 10_000) / 100).toFixed(2)} %`);

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The tables of docs/conformance.md. */
export function report(results: readonly Result[], suite: string, date: string, node: string): string {
  const folders = Map.groupBy(results, ({ file }) => folderOf(file));
  const total = count(results);
  const bugs = results.filter(({ outcome, reason }) => outcome !== undefined && outcome.kind !== 'passed' && reason === undefined);
  return [
    `${date}, commit \`${suite}\` of the suite, Node ${node}: **${total.passed} of ${total.passed + total.failed} applicable files pass, ${share(total)}**; ${total.outside} of ${total.files} are left out, for the reasons below.`,
    '',
    line(['folder', 'files', 'left out', 'passed', 'failed', 'of those applicable']),
    line(['---', '--:', '--:', '--:', '--:', '--:']),
    ...[...folders].map(([folder, own]) => { const row = count(own); return line([`\`${folder}\``, row.files, row.outside, row.passed, row.failed, share(row)]); }),
    line(['**all**', total.files, total.outside, total.passed, total.failed, share(total)]),
    '',
    line(['left out', 'files', 'why', 'what we say, for example']),
    line(['---', '--:', '---', '---']),
    ...[SLOPPY, ...REASONS, HOST].flatMap((reason) => {
      const own = results.filter((result) => result.reason === reason);
      const said = reason === HOST ? undefined : own.find(({ outcome }) => outcome?.kind === 'refused')?.outcome;
      return own.length === 0 ? [] : [line([reason.name, own.length, reason.why, said?.kind === 'refused' ? said.message.split('; ')[0] ?? '' : ''])];
    }),
    '',
    ...(bugs.length === 0 ? ['Nothing else fails.'] : ['What fails, and should not:', '', ...bugs.map(({ file, outcome }) => `- \`${file}\`: ${outcome && 'message' in outcome ? outcome.message : ''}`)]),
    '',
  ].join('\n');
}
