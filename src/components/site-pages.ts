/** The pages that are not lessons, as the header and the drawer list them. */
import { site } from '#words';

export const sitePages = [
  { path: '/contents/', name: site.pages.contents },
  { path: '/paths/', name: site.pages.paths },
  { path: '/glossary/', name: site.pages.glossary },
  { path: '/reference/', name: site.pages.reference },
  { path: '/progress/', name: site.pages.progress },
] as const;
