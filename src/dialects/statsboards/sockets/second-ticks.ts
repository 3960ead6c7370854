/** Just after the second has changed, never just before: timers may fire a millisecond early. */
const AFTER_MS = 5;

/** Calls `tick` whenever the seconds a running clock shows change, until its end. Nothing is stored or read for it. */
export class SecondTicks {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly now: () => number,
    private readonly tick: () => void,
  ) {}

  /** Follows a clock that showed whole seconds at `startedAt`; one that does not run ends what was followed before. */
  follow(clock: { startedAt: number; endsAt: number } | undefined): void {
    clearTimeout(this.#timer);
    if (clock === undefined) return;
    const passed = this.now() - clock.startedAt;
    const intoSecond = ((passed % 1000) + 1000) % 1000;
    const next = 1000 - intoSecond;
    // The last second is told by the clock's own end.
    if (this.now() + next >= clock.endsAt) return;
    this.#timer = setTimeout(() => {
      this.tick();
      this.follow(clock);
    }, next + AFTER_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
