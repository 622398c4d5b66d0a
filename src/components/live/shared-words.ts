import type { LinkProblem } from '#progress';

/** What the notice above a program that came with a link has to tell. */
export interface LinkState {
  readonly kind: 'program' | 'exercise' | 'break';
  /** There is no link now; the reader’s changes to the text of an earlier one have been found. */
  readonly kept?: boolean;
  /** The link brought a text of its own. */
  readonly code: boolean;
  /** The link’s order is still to be followed. */
  readonly order: boolean;
  readonly scene?: string | undefined;
  /** The page’s text is not the one that the order was made for. */
  readonly outdated: boolean;
  /** The reader has changed the link’s text, now or on an earlier visit. */
  readonly changed: boolean;
  /** What there is besides the link’s text: a version that the reader has written, or else the page’s. */
  readonly other: 'own' | 'page' | undefined;
  /** Which of the two stands in the page. */
  readonly showing: 'link' | 'own';
  /** How the link’s order went, if it was tried. */
  readonly went?: 'through' | 'astray' | undefined;
}

export interface LinkWords {
  readonly say: string;
  /** What can be done about it: a few words, and a button in the same sentence. */
  readonly offers: readonly { readonly lead: string; readonly label: string; readonly act: 'link-own' | 'link-theirs' | 'link-drop' }[];
}

export function linkWords(state: LinkState): LinkWords {
  const { code, order, other, showing, kind } = state;
  if (showing === 'own' && state.kept) {
    const say = 'Your changes to a text that came with a link are kept as well.';
    return { say, offers: [{ lead: '', label: 'Show that text', act: 'link-theirs' }] };
  }
  if (showing === 'own') {
    const say = other === 'own' ? 'This is your own version.' : 'This is the page’s own version.';
    return { say, offers: [{ lead: 'What the link brought:', label: 'show it', act: 'link-theirs' }] };
  }
  return {
    say: [news(state), state.outdated && order && outdated, state.changed && code && state.went === undefined && changes]
      .filter((each) => each !== false)
      .join(' '),
    offers: [
      ...(other === undefined ? [] : [{ lead: others[other], label: 'show it', act: 'link-own' as const }]),
      ...(order && kind !== 'exercise' ? [{ lead: '', label: 'Drop the order', act: 'link-drop' as const }] : []),
    ],
  };
}

const others = { own: 'Your own version is kept:', page: 'The page’s own version:' };
const outdated = 'The program on this page has changed since the link was made, so the order may not fit.';
const changes = 'Your changes to it are kept.';

function news({ kind, code, order, scene, went, kept }: LinkState): string {
  if (kept) return 'This is the text that came with a link, with your changes.';
  if (kind === 'exercise') {
    const where = scene === undefined ? '' : ` of “${scene}”`;
    const fails = order ? `${code ? ' and one order' : 'one order'}${where} in which it fails` : '';
    return code
      ? `This link brings an answer${fails}. Press Check to see the verdict.`
      : `This link brings ${order ? `${fails.replace(' it ', ' the first version ')}` : 'the first version'}. Press Check to see the verdict.`;
  }
  if (kind === 'break') return order ? 'This link brings one order of this program. Press “Be the scheduler” to see how it ends.' : 'This link brings you to this program.';
  if (went === 'through') return 'This is the order that the link brought. Run follows it again.';
  if (went === 'astray') return 'The order of this link does not fit the program as it stands here.';
  if (!order) return code ? 'This link brings a program. Press Run to see what it does.' : 'This link brings you to this program.';
  return code
    ? 'This link brings a program and one order of it. Press Run to see it.'
    : 'This link brings one order of this program. Press Run to see it.';
}

/** For a link that brought nothing. */
export const problemWords: Record<LinkProblem | 'nowhere' | 'unloaded', string> = {
  'too-long': 'The link that you opened is longer than any that this course makes, so it was not read. Nothing was changed.',
  garbled:
    'The end of the link that you opened cannot be read; part of it may have been cut off. Nothing was changed. Ask for the link again.',
  foreign: 'The end of the link that you opened is not one that this course makes. Nothing was changed.',
  nowhere: 'The link that you opened is for a program that is not on this page. Nothing was changed.',
  unloaded: 'What the link brings did not load. Check the connection, then load the page again.',
};

/**
 * True if a run stopped because its order asks for what the program cannot do. `title` is the engine’s first line about it;
 * a test holds the two together.
 */
export const isAstray = (title: string): boolean => /^replay went differently|^schedule word/.test(title);
