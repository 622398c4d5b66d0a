/** Which component each tag of a lesson's MDX is. Authors import nothing. */
import Link from './Link.astro';
import Note from './Note.astro';
import Original from './Original.astro';
import Source from './Source.astro';
import StandIn from './StandIn.astro';
import Table from './Table.astro';
import Term from './Term.astro';

/** For any text: lessons, the text of an exercise, glossary entries. */
export const proseComponents = { a: Link, table: Table, Note, Original, Source, Term };

/** For lessons. */
export const lessonComponents = { ...proseComponents, Program: StandIn, Predict: StandIn, Exercise: StandIn, Step: StandIn };
