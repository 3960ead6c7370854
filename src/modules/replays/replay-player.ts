import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GameMoment } from '#core/football/replay/game-moments.js';
import { periodTitle } from '#core/football/replay/board.js';
import { PlaysService } from '#modules/plays/index.js';
import { type MatchIds, ReplayDesk } from './replay-desk.js';
import { ReplaysRepository } from './replays.repository.js';
import type { Points, Replay } from './replay.js';

export interface ReplayProgress {
  /** Seconds of the game, and of all of it. */
  done: number;
  total: number;
  /** `2nd 8:21`. */
  time: string;
  score: Points;
}

export interface PlayOptions {
  /** How many seconds of the game pass in one. */
  speed: number;
  /** Ends it before its time. */
  signal?: AbortSignal;
  onProgress?: (progress: ReplayProgress) => void;
}

/** Whoever is so late, as after a sleep of the machine, goes on from there and does not rush to catch up. */
const STALLED_MS = 1_000;

/** Plays a replay: does to its match what scorers do, at the moments the game had. */
@Injectable()
export class ReplayPlayer {
  constructor(
    private readonly replays: ReplaysRepository,
    private readonly plays: PlaysService,
    private readonly desk: ReplayDesk,
  ) {}

  /**
   * Plays from where its match stands to the end: true, and the match is finished. Where `signal` ends it, false: the
   * match stays as it is, with clocks that may run, until it is played on, held or broken off.
   */
  play(replay: Replay, options: PlayOptions): Promise<boolean> {
    return this.replays.inOwnContext(() => this.#play(replay, options));
  }

  /** Stops the clocks of a match whose replay ended before its time; it may be played on. */
  hold({ matchId }: Replay): Promise<void> {
    return this.replays.inOwnContext(async () => this.desk.rest(await this.desk.match(matchId), 'stopped'));
  }

  /** Leaves the match as one that was broken off: clocks at rest, status abandoned, score and plays as they are. */
  breakOff(replay: Replay): Promise<void> {
    return this.replays.inOwnContext(async () => {
      await this.hold(replay);
      await this.replays.setStatus(replay.matchId, 'abandoned');
    });
  }

  /**
   * Takes back what was played, so that it can be played from the beginning, and forgets what the journal has up to a
   * version. Returns the version reached.
   */
  rewind({ matchId }: Replay, forgetUpTo: number): Promise<number> {
    return this.replays.inOwnContext(async () => {
      await this.replays.setStatus(matchId, 'scheduled');
      await this.replays.deletePlays(matchId);
      await this.replays.forgetJournal(matchId, forgetUpTo);
      return this.replays.lastVersion(matchId);
    });
  }

  async #play(replay: Replay, { speed, signal, onProgress }: PlayOptions): Promise<boolean> {
    const match = await this.desk.match(replay.matchId);
    const recorded = (await this.plays.listByMatch(replay.matchId)).at(-1)?.eventNumber ?? 0;
    const { moments } = replay;
    const first = moments.findLastIndex((moment) => moment.kind === 'whistle' && moment.play < recorded) + 1;
    const total = moments.at(-1)!.at;
    const from = moments[first - 1]?.at ?? 0;
    let startedAt = performance.now();
    const shown = { time: '', quarter: 1 };
    if (recorded === 0) {
      await this.desk.reset(match);
      await this.replays.kickOff(replay.matchId);
      // A play may have been recorded without what follows from it.
    } else await this.desk.setScore(match, replay.plays[recorded - 1]!.score);
    for (const moment of moments.slice(first)) {
      const waits = startedAt + ((moment.at - from) * 1000) / speed - performance.now();
      if (waits > 0) await sleep(waits, undefined, { signal }).catch(() => undefined);
      else if (waits < -STALLED_MS) startedAt -= waits;
      if (signal?.aborted) return false;
      await this.#show(moment, replay, match);
      if (moment.kind === 'period') shown.quarter = moment.quarter;
      if (moment.kind === 'snap') shown.time = clockText(moment.clock);
      const score = scoreAt(replay, moment);
      onProgress?.({ done: moment.at, total, time: `${periodTitle(shown.quarter)} ${shown.time}`, score });
    }
    return true;
  }

  async #show(moment: GameMoment, replay: Replay, match: MatchIds): Promise<void> {
    const { matchId, plays, field } = replay;
    switch (moment.kind) {
      case 'period':
        await this.replays.setStatus(matchId, moment.quarter > 4 ? 'extra_time' : 'live');
        return this.desk.beginPeriod(match, moment.quarter, moment.seconds);
      case 'line-up':
        // Where a broken-off replay goes on, no period begins.
        await this.replays.setStatus(matchId, (plays[moment.play]!.play.quarter ?? 1) > 4 ? 'extra_time' : 'live');
        return this.desk.lineUp(match, plays[moment.play]!.play, field, moment.playClock);
      case 'snap':
        return this.desk.snap(match, moment.clock, moment.runs);
      case 'whistle': {
        await this.plays.record(plays[moment.play]!.values);
        return this.desk.whistle(match, moment.clock, plays[moment.play]!);
      }
      case 'period-end':
        return this.desk.endPeriod(match);
      case 'halftime': {
        const { home, away } = scoreAt(replay, moment);
        await this.replays.setHalfTime(matchId, home, away);
        return this.replays.setStatus(matchId, 'halftime');
      }
      case 'end':
        await this.desk.setScore(match, replay.score);
        await this.desk.rest(match, 'completed');
        return this.replays.setStatus(matchId, 'finished');
    }
  }
}

/** Points when a moment is over. */
function scoreAt({ moments, plays, score }: Replay, moment: GameMoment): Points {
  if (moment.kind === 'end') return score;
  const until = moments.indexOf(moment);
  const last = moments.findLast(({ kind }, index) => kind === 'whistle' && index <= until);
  return last?.kind === 'whistle' ? plays[last.play]!.score : { home: 0, away: 0 };
}

const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
