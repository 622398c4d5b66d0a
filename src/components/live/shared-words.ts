import type { LinkProblem } from '#progress';
import { program } from '#words';

const { link: words } = program;

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
    const say = words.keptAsWell;
    return { say, offers: [{ lead: '', label: words.showThatText, act: 'link-theirs' }] };
  }
  if (showing === 'own') {
    const say = other === 'own' ? words.ownShown : words.pageShown;
    return { say, offers: [{ lead: words.whatItBrought, label: words.showIt, act: 'link-theirs' }] };
  }
  return {
    say: [news(state), state.outdated && order && words.outdated, state.changed && code && state.went === undefined && words.changesKept]
      .filter((each) => each !== false)
      .join(' '),
    offers: [
      ...(other === undefined ? [] : [{ lead: others[other], label: words.showIt, act: 'link-own' as const }]),
      ...(order && kind !== 'exercise' ? [{ lead: '', label: words.dropOrder, act: 'link-drop' as const }] : []),
    ],
  };
}

const others = { own: words.ownIsKept, page: words.pageVersion };

function news({ kind, code, order, scene, went, kept }: LinkState): string {
  if (kept) return words.keptText;
  if (kind === 'exercise') {
    if (!order) return code ? words.answer : words.first;
    return code ? words.answerAndOrder(scene) : words.orderOfFirst(scene);
  }
  if (kind === 'break') return order ? words.breakOrder : words.place;
  if (went === 'through') return words.through;
  if (went === 'astray') return words.astray;
  if (!order) return code ? words.program : words.place;
  return code ? words.programAndOrder : words.order;
}

/** For a link that brought nothing. */
export const problemWords: Record<LinkProblem | 'nowhere' | 'unloaded', string> = program.linkProblem;
