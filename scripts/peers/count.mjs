/** From repetitions to counts: which answers a runner judged wrongly, and which it could not make up its mind about. */

/**
 * @typedef {object} Judged one answer in one runner
 * @property {boolean} isRight
 * @property {{ accepted: boolean, killed?: true }[]} repetitions
 */

/** `steady`: the same verdict each time. */
export function classify({ isRight, repetitions }) {
  const accepted = repetitions.filter((each) => each.accepted).length;
  const wrongly = isRight ? repetitions.length - accepted : accepted;
  const isSteady = accepted === 0 || accepted === repetitions.length;
  return { accepted, wrongly, isSteady, verdict: isSteady ? (accepted > 0 ? 'accepted' : 'rejected') : 'flaky' };
}

/**
 * The counts of one runner over many answers.
 *
 * @param {Judged[]} judged
 */
export function count(judged) {
  const sums = { answers: judged.length, right: 0, wrong: 0, repetitions: 0, ofRight: 0, ofWrong: 0, falseAccepts: 0, falseRejects: 0, flaky: 0, acceptedAlways: 0, acceptedSometimes: 0, rejectedAlways: 0, killed: 0 };
  for (const answer of judged) {
    const { isRight, repetitions } = answer;
    const { wrongly, verdict } = classify(answer);
    sums[isRight ? 'right' : 'wrong'] += 1;
    sums.repetitions += repetitions.length;
    sums[isRight ? 'ofRight' : 'ofWrong'] += repetitions.length;
    sums[isRight ? 'falseRejects' : 'falseAccepts'] += wrongly;
    sums.killed += repetitions.some(({ killed }) => killed) ? 1 : 0;
    if (verdict === 'flaky') sums.flaky += 1;
    if (!isRight && verdict === 'accepted') sums.acceptedAlways += 1;
    if (!isRight && verdict === 'flaky') sums.acceptedSometimes += 1;
    if (isRight && verdict === 'rejected') sums.rejectedAlways += 1;
  }
  return sums;
}

/** `3 of 120 (2.5 %)`. Of nothing there is no share. */
export function share(part, all) {
  if (all === 0) return '–';
  const percent = (100 * part) / all;
  // A few of many are not none, and all but a few are not all.
  const digits = part === 0 || part === all ? 0 : percent < 1 || percent > 99 ? 2 : 1;
  return `${part.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} (${percent.toFixed(digits)} %)`;
}
