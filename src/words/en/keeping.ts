/** What is said where a browser could not keep something: a draft, or that an exercise was solved. */
export const keeping = {
  draft: {
    full: 'This browser has no room left to keep your changes. They last until you leave the page.',
    refused: 'This browser keeps nothing for this site. Your changes last until you leave the page.',
  },
  solved: {
    full: 'This browser has no room left: what you have solved is known until you leave the page.',
    refused: 'This browser keeps nothing for this site: what you have solved is known until you leave the page.',
  },
};
