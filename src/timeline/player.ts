export interface Player {
  readonly isPlaying: () => boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
}

/**
 * Takes one step a second until `advance` returns false, `stop` is called, or `element` leaves the view.
 * Nothing starts by itself.
 */
export function makePlayer(element: Element, advance: () => boolean, onChange: () => void): Player {
  let timer: ReturnType<typeof setInterval> | undefined;
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((e) => !e.isIntersecting)) stop();
  });

  function stop(): void {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    watcher.disconnect();
    onChange();
  }
  function step(): void {
    if (!advance()) stop();
  }
  function toggle(): void {
    if (timer !== undefined) return stop();
    timer = setInterval(step, 1000);
    watcher.observe(element);
    step();
    onChange();
  }
  return { isPlaying: () => timer !== undefined, toggle, stop };
}
