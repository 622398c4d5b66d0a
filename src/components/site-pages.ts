/** The pages that are not lessons, as the header and the drawer list them. */
export const sitePages = [
  { path: '/contents/', name: 'Contents' },
  { path: '/paths/', name: 'Reading paths' },
  { path: '/glossary/', name: 'Glossary' },
  { path: '/reference/', name: 'Reference' },
  { path: '/progress/', name: 'Progress' },
] as const;
