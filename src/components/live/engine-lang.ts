import { language } from '#words';

/** What the engine reports is English, and says so where the page is not. */
export const engineLang = language === 'en' ? undefined : 'en';
