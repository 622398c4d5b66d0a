/**
 * For `lang` on a part of a page that is in another language than the interface, which is what `<html>` says: the course's own texts and what the
 * engine reports are English. Undefined where nothing has to be said.
 */
import { edition, isOwn } from '#lesson/edition';
import { language } from '#words';

const other = (code: string): string | undefined => (code === language ? undefined : code);
const languageOf = (lesson: string): string => (isOwn(lesson) ? (edition().contentLanguage ?? language) : 'en');

/** Of the text of a lesson. */
export const langOfLesson = (lesson: string): string | undefined => other(languageOf(lesson));

/** Of the course's texts around the lessons (parts, paths, glossary), and of what is made from sources. */
export const langOfCourse = other('en');

/** Of the interface where it stands inside the text of a lesson. */
export const langInside = (lesson: string): string | undefined => (languageOf(lesson) === language ? undefined : language);
