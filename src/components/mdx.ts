/** Which component each tag of MDX is. Authors import nothing. */
import Api from './Api.astro';
import Link from './Link.astro';
import Note from './Note.astro';
import Original from './Original.astro';
import Source from './Source.astro';
import Table from './Table.astro';
import Term from './Term.astro';

/** For any text: lessons, the text of an exercise, glossary entries. What runs programs is in lesson-components.ts. */
export const proseComponents = { Api, a: Link, table: Table, Note, Original, Source, Term };
