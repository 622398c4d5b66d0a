/** Right and wrong answers of the course in three runners, many times each: who is accepted wrongly, who is rejected wrongly, and who now so, now so. */
import { withBrowser } from '../measure/report.mjs';
import { asFunction, filesOf, readExercises, sample } from './answers.mjs';
import { classify, count, share } from './count.mjs';
import { withRunners } from './served.mjs';

/** Pages at work at the same time. With real timers most of the time is waiting. */
const PAGES = { jumping: 2, real: 6 };
const PROBES = 5;
/** Of right answers, by the jumping clock: what sleeps for longer would make hours of 200 repetitions. */
const LONGEST_MS = 30;
const PEERS = { freeCodeCamp: 'freeCodeCamp’s runner', exercism: 'Exercism’s runner' };

/**
 * @param {{ runners: string, say: (line: string) => void, exercises: number, times: number, ours: number, minutes: number, clock: 'jumping' | 'real' }} options `minutes`: when to stop with what there is
 * @returns {Promise<string>} tables
 */
export function compareVerdicts({ runners, say, exercises, times, ours, minutes, clock }) {
  return withRunners(runners, (url) =>
    withBrowser(async (browser) => {
      const pages = await Promise.all(Array.from({ length: PAGES[clock] }, () => openPage(browser, url)));
      const all = readExercises();
      const candidates = await inPages(pages, all, (call, exercise) => probe(call, exercise, clock));
      const playable = all.filter((_, i) => candidates[i]);
      const chosen = sample(playable, exercises);
      // The first of each exercise, then the second of each: what there is time for is spread over all.
      const answers = chosen.flatMap(({ id, answers }) => answers.map((answer, place) => ({ id, place, ...answer }))).sort((a, b) => a.place - b.place);
      say(`  ${all.length} exercises, ${playable.length} of them can be played so, ${chosen.length} taken with ${answers.length} answers`);
      let done = 0;
      const deadline = performance.now() + minutes * 60_000;
      const judged = (await inPages(pages, answers, async (call, answer) => {
        if (performance.now() > deadline) return undefined;
        const result = await judge(call, answer, { times, ours, clock });
        if (++done % 25 === 0) say(`  ${done} of ${answers.length}`);
        return result;
      })).filter((each) => each !== undefined);
      for (const each of judged) for (const [runner, { isSteady, accepted }] of Object.entries(each.peers)) if (!isSteady) say(`  flaky: ${each.id} ${each.name}: ${runner} accepted ${accepted}`);
      return tables(judged, { all, playable, chosen, answers: answers.length, times, ours, clock });
    }),
  );
}

async function openPage(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.runners !== undefined);
  return (runner, ...args) => page.evaluate(([name, given]) => globalThis.runners[name](...given), [runner, args]);
}

/** Each item once, by whichever page is free. */
async function inPages(pages, items, act) {
  const results = new Array(items.length);
  let next = 0;
  await Promise.all(pages.map(async (call) => {
    for (let i = next++; i < items.length; i = next++) results[i] = await act(call, items[i]);
  }));
  return results;
}

/** Whether the right answer can be played natively at all, in one of five repetitions: what cannot is left out, in the peers' favour. */
async function probe(call, { id }, clock) {
  const { accepted, ms } = await call('probe', { load: await asFunction(id, 'solution.ts'), clock, times: PROBES });
  return accepted && (clock === 'jumping' || ms <= LONGEST_MS);
}

async function judge(call, { id, name, file, isRight }, { times, ours, clock }) {
  const load = await asFunction(id, file);
  const inOurs = await call('ours', checkOf(id, file), ours);
  const [cooperative] = isRight ? [] : await call('ours', checkOf(id, file, 'cooperative'), 1);
  const peers = {};
  for (const runner of Object.keys(PEERS)) {
    const repetitions = await call(runner, { load, clock, times });
    peers[runner] = { isRight, repetitions, ...classify({ isRight, repetitions }) };
  }
  return { id, name, isRight, ours: { isRight, repetitions: inOurs }, kind: inOurs[0].why, isCooperative: cooperative?.accepted === false && cooperative.why !== 'no verdict', peers };
}

/** The request of the page; with `mode`, all scenes are played in that, and a race is no fault: in JavaScript it is none. */
function checkOf(id, file, mode) {
  const files = filesOf(id, file);
  const inMode = `import course from './course';\nexport default { ...course, scenes: course.scenes.map((scene) => ({ ...scene, mode: '${mode}', allowRaces: true })) };\n`;
  const checks = mode === undefined ? {} : { 'course.ts': files['check.ts'], 'check.ts': inMode };
  return { kind: 'check', program: { files: { ...files, ...checks }, entry: file }, answer: file, check: 'check.ts' };
}

function tables(judged, { all, playable, chosen, answers, times, ours, clock }) {
  const visible = judged.filter(({ isRight, isCooperative }) => isRight || isCooperative);
  const row = (name, counted, cooperative, repetitions) =>
    `| ${name} | ${repetitions} | ${share(counted.acceptedAlways + counted.acceptedSometimes, counted.wrong)} | ${share(cooperative.acceptedAlways + cooperative.acceptedSometimes, cooperative.wrong)} | ${share(counted.falseAccepts, counted.ofWrong)} | ${share(counted.falseRejects, counted.ofRight)} | ${share(counted.flaky, counted.answers)} |`;
  const lines = [
    '| runner | repetitions | wrong answers accepted, ever | … of those that fail in an order of promises alone | false accepts, of all repetitions | false rejects | flaky answers |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    row('**ours**, every order', count(judged.map((each) => each.ours)), count(visible.map((each) => each.ours)), ours),
    ...Object.entries(PEERS).map(([runner, name]) => row(name, count(judged.map(({ peers }) => peers[runner])), count(visible.map(({ peers }) => peers[runner])), times)),
  ];
  const kinds = [...Map.groupBy(judged.filter(({ isRight }) => !isRight), ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
  const byKind = [
    '| what is wrong, by our verdict | answers | accepted by freeCodeCamp’s | by Exercism’s |',
    '| --- | ---: | ---: | ---: |',
    ...kinds.map(([kind, list]) => `| ${kind} | ${list.length} | ${Object.keys(PEERS).map((runner) => list.filter(({ peers }) => peers[runner].accepted > 0).length).join(' | ')} |`),
  ];
  const right = judged.filter(({ isRight }) => isRight).length;
  const chosenOnes = judged.length < answers ? `the starter, and of the folder wrong as many as there was time for, of ${answers} answers in all` : 'the starter, and all of the folder wrong';
  const silent = judged.filter(({ kind }) => kind === 'no verdict').length;
  const killed = Object.keys(PEERS).map((runner) => count(judged.map(({ peers }) => peers[runner])).killed);
  const note = `${chosen.length} exercises, ${right} right answers and ${judged.length - right} wrong ones (${chosenOnes}). In ${silent} of these, ours had no verdict in its time. Of the course's ${all.length} exercises of kinds fix and build, ${all.length - playable.length} are left out, in the peers' favour: ${
    clock === 'jumping' ? 'their right answer needs to know which thread is calling, and a browser cannot tell that across an `await`' : `their right answer needs that too, or takes longer than ${LONGEST_MS} ms, or is never done on the millisecond that its scene expects`
  }. Answers whose worker had to be killed, which counts as rejected: ${killed.join(' and ')}; they were repeated three times.`;
  return [...lines, '', note, '', ...byKind].join('\n');
}
