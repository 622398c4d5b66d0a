/**
 * moby_27037 · Anonymous function
 * Tasks started in a loop read the loop's variable. Until Go 1.22 all rounds shared one variable, so a task names the version that
 * the loop has reached by then.
 * @expects race version
 * @oracle none
 * @rate unknown
 */
import { WaitGroup } from 'happens-before/go';

const tests = new WaitGroup();

// One variable for all rounds, as in Go before 1.22. Written inside `for`, `let` would make a new one each round.
let version: number;
for (version = 17; version <= 18; version++) {
  tests.go(async () => {
    console.log(`v1.${version}`);
  });
}
await tests.wait();
