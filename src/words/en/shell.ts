/** What the script of every page says. It is loaded first, so nothing stands here that another script could bring along. */
export const shell = {
  search: {
    nothing: (words: string) => `Nothing found for “${words}”.`,
    found: (total: number) => `${total} ${total === 1 ? 'page' : 'pages'}`,
    unloaded: 'The search index could not be loaded. All lessons are listed under Contents.',
  },
  place: {
    goOnWith: (title: string) => `Go on with “${title}”`,
    goOnAt: (heading: string) => `go on at “${heading}”`,
    before: 'You were here before:',
  },
  marks: { read: 'read', solved: (date: string) => `solved on ${date}` },
  offline: { isNew: 'There is a new version of the course. What you have written is kept.', load: 'Load it', later: 'Later' },
};
