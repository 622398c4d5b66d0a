/** The page of progress, its files and the hand-in. */
import { counted } from './language.ts';

const hints = (count: number): string => (count === 0 ? 'no hint' : counted(count, 'hint', 'hints'));

export const progress = {
  page: {
    title: 'Progress',
    description: 'What you have solved and read, with the evidence: kept in this browser, yours to take along.',
    lede: 'Kept in this browser, and nowhere else. Take it along as a file; print it with the evidence.',
    withoutScript: 'Without script the page cannot know what you have solved; nothing is solved without it either.',
    name: 'Name',
    onTheSheet: (label: string) => `${label} on the sheet and the file`,
    save: 'Save as a file',
    read: 'Read a file',
    print: 'Print the sheet',
    clear: 'Clear',
    handIn: 'Hand in',
    handInLede: 'One file for your instructor, who runs everything in it again. It will hold:',
  },
  said: {
    count: (solved: number, exercises: number, read: number, lessons: number) => `${solved} of ${exercises} exercises solved, ${read} of ${lessons} lessons read to the end.`,
    saved: 'Saved as a file. It can be read here again, in any browser.',
    writeFirst: (label: string, hint: string) => `Please fill in “${label}” first${hint === '' ? '' : `: ${hint}`}.`,
    nothingYet: 'There is nothing to hand in yet: no exercise was checked in this browser.',
    savedAs: (name: string) => `Saved as “${name}”. Give that file to your instructor in the way that they asked for.`,
    wasRead: (added: number) => `Read: ${added} ${added === 1 ? 'exercise' : 'exercises'} more than before.`,
    left: (count: number) => `${count} of its entries could not be read.`,
    cleared: 'Progress is cleared; what you wrote into programs is still there.',
    putBack: 'Put it back',
    isBack: 'It is back.',
  },
  handIn: {
    noName: (label: string) => `${label}: not written yet. Write it above.`,
    name: (student: string) => `What you wrote above: “${student}”.`,
    solved: (count: number) => `${count} solved exercise${count === 1 ? '' : 's'}: for each your program or your order, the verdict, and the day.`,
    help: (count: number) => `That you opened hints or solutions for ${count} of them, and how many.`,
    unsolved: (count: number) => `${count} exercise${count === 1 ? '' : 's'} that you checked and have not solved: your last program, and how often you checked.`,
    version: (version: string) => `The version of the course: ${version}.`,
    not: 'Nothing else: not which lessons you read, not the time of day, not what you never checked, nothing of your machine. The file is saved on your machine and sent nowhere; handing it in is up to you.',
  },
  file: {
    unreadable: 'This is no progress file: it cannot be read at all.',
    other: 'This is a file of something else: a progress file begins with "format": "happens-before-progress".',
    newer: 'This file was made by a newer version of the course. Reload the page, then try again.',
  },
  sheet: {
    title: (student: string) => (student === '' ? 'Completion sheet' : `Completion sheet of ${student}`),
    lede: 'Happens Before, a course on concurrency. Every verdict below can be computed again, from the evidence alone, with the course’s command line.',
    exercise: 'Exercise',
    on: 'On',
    verdict: 'Verdict',
    help: 'Help',
    helped: (count: number, pieces: number, sawSolution: boolean) => [hints(count), ...(pieces === 0 ? [] : [`${pieces} pieces of the solution`]), ...(sawSolution ? ['solution seen'] : [])].join(', '),
    evidence: 'Evidence',
    claim: 'Claim: no order reaches the goal.',
    answer: 'Answer, saved as answer.ts:',
    order: 'Order:',
    again: 'Run it again:',
  },
};
