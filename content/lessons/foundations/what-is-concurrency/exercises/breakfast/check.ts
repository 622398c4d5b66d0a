import { check } from 'happens-before/check';
import { now, sleep } from 'happens-before/go';
import type * as Answer from './solution';

interface Minutes {
  boil: number;
  grind: number;
  brew: number;
  toast: number;
}

/** A kitchen with these times, whose food tells how long it took. */
function kitchenOf(minutes: Minutes): Answer.Kitchen {
  const make = async (ms: number, dish: string) => {
    await sleep(ms);
    return dish;
  };
  const { boil, grind, brew, toast } = minutes;
  return {
    boil: async () => await make(boil, `w${boil}`),
    grind: async () => await make(grind, `b${grind}`),
    brew: async (water, beans) =>
      await make(brew, `${water} ${beans}`),
    toast: async () => await make(toast, `t${toast}`),
  };
}

async function serve({ breakfast }: typeof Answer, minutes: Minutes) {
  const [coffee, toast] = await breakfast(kitchenOf(minutes));
  return { ready: now(), coffee, toast };
}

const scene = (name: string, minutes: Minutes, ready: number) => ({
  name,
  timers: 'patient' as const,
  play: async (answer: typeof Answer) => await serve(answer, minutes),
  expect: {
    ready,
    coffee: `w${minutes.boil} b${minutes.grind}`,
    toast: `t${minutes.toast}`,
  },
});

export default check<typeof Answer>({
  scenes: [
    scene('the water takes longest', { boil: 30, grind: 12, brew: 5, toast: 21 }, 35),
    scene('the toaster takes longest', { boil: 20, grind: 12, brew: 5, toast: 40 }, 40),
    scene('the grinder takes longest', { boil: 6, grind: 25, brew: 10, toast: 3 }, 35),
    scene('the toast is for later', { boil: 11, grind: 4, brew: 30, toast: 20 }, 41),
  ],
  mistakes: {
    'does-not-wait': {
      verdict: 'wrong-result',
      got: { ready: 0, coffee: '', toast: '' },
      say: 'Everything has been started, and the plates are carried out at minute 0, empty. Who tells breakfast that coffee and toast are done?',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /\bsleep\(/,
      say: 'The pause is as long as it is, whatever the kitchen does: too long on one morning, too short on another. Wait for the things, not for the clock.',
    },
    'brews-cold': {
      verdict: 'wrong-result',
      scene: 'the water takes longest',
      got: { ready: 30, coffee: ' ', toast: 't21' },
      say: 'Now the brewing does not wait for anything, not even for water and beans. Which of the waits were needed?',
    },
    'one-by-one': {
      verdict: 'wrong-result',
      scene: 'the water takes longest',
      got: { ready: 68, coffee: 'w30 b12', toast: 't21' },
      say: 'Right, but ready at minute 68: that is all the times added up. In another order, one after the other is still one after the other.',
    },
    'toast-at-the-end': {
      verdict: 'wrong-result',
      scene: 'the water takes longest',
      got: { ready: 56, coffee: 'w30 b12', toast: 't21' },
      say: 'Water and beans are made together: good. The toaster stands idle until the coffee is poured. What was it waiting for?',
    },
    'coffee-in-turn': {
      verdict: 'wrong-result',
      scene: 'the water takes longest',
      got: { ready: 47, coffee: 'w30 b12', toast: 't21' },
      say: 'The toast goes its own way now. But nobody grinds while the water boils. Does the grinder need water?',
    },
    'first-come': {
      verdict: 'wrong-result',
      code: /\.push\(/,
      say: 'Nobody waits in vain, and whatever is ready first is put down first. The caller expects the coffee in the first place, also when the toast is quicker.',
    },
    'toast-comes-second': {
      verdict: 'wrong-result',
      scene: 'the toaster takes longest',
      got: { ready: 52, coffee: 'w20 b12', toast: 't40' },
      say: 'Everything is started before it is waited for, except for one: the toast goes in when the beans are ground. A slow toaster shows it.',
    },
    'waits-for-the-toast': {
      verdict: 'wrong-result',
      scene: 'the toaster takes longest',
      got: { ready: 45, coffee: 'w20 b12', toast: 't40' },
      say: 'All three are started together, and then the coffee waits until all three are done. With a slow toaster, the filter stands there with hot water and no reason to wait.',
    },
  },
});
