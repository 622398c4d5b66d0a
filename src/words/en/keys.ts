/** The list of keys that `?` opens. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  everywhere: 'On every page',
  search: 'search',
  list: 'this list',
  leave: 'close what is open',
  onward: 'from one thing to the next, and back',
  press: 'press what has the focus',
  editor: 'In an editor',
  run: 'run or check',
  leaveEditor: 'leave the editor',
  format: 'format (full editor)',
  mark: 'next, previous marked line',
  then: 'Esc, then Tab',
  space: 'Space',
  hint: 'More keys are listed here when the lanes or the game have the focus.',
};
