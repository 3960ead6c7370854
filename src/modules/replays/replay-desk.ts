import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Field } from '#core/football/plays/field.js';
import type { Play } from '#core/football/plays/play.js';
import { boardOf, periodTitle } from '#core/football/replay/board.js';
import { GameClocksService, PlayClocksService, ScoreboardsService } from '#modules/live/index.js';
import { MatchDataService } from '#modules/matches/index.js';
import type { Points, ReplayedPlay } from './replay.js';

/** What belongs to a match in play. A sport without a play clock has none. */
export interface MatchIds {
  readonly dataId: number;
  readonly clockId: number;
  readonly playClockId: number | undefined;
  readonly scoreboardId: number | undefined;
}

/** Seconds by which a running clock may differ from what it should show before it is set right. */
const TOLERANCE = 1;

/** The scorers' desk: scoreboard and both clocks of a match. */
@Injectable()
export class ReplayDesk {
  constructor(
    private readonly matchData: MatchDataService,
    private readonly gameClocks: GameClocksService,
    private readonly playClocks: PlayClocksService,
    private readonly scoreboards: ScoreboardsService,
  ) {}

  /** @throws NotFound for a match that is not one in play */
  async match(matchId: number): Promise<MatchIds> {
    const data = await this.matchData.findByMatch(matchId);
    const clock = await this.gameClocks.findByMatch(matchId);
    if (data === undefined || clock === undefined) throw new NotFound('Match', matchId);
    return {
      dataId: data.id,
      clockId: clock.id,
      playClockId: (await this.playClocks.findByMatch(matchId))?.id,
      scoreboardId: (await this.scoreboards.findByMatch(matchId))?.id,
    };
  }

  async beginPeriod({ dataId, clockId }: MatchIds, quarter: number, seconds: number): Promise<void> {
    await this.matchData.update(dataId, {
      qtr: periodTitle(quarter),
      periodKey: `period.${quarter}`,
      gameStatus: 'in-progress',
    });
    await this.gameClocks.update(clockId, {
      gameclock: seconds,
      gameclockMax: seconds,
      gameclockStatus: 'stopped',
      direction: 'down',
      useSportPreset: false,
    });
  }

  async lineUp(match: MatchIds, play: Play, field: Field, playClock: number): Promise<void> {
    await this.matchData.update(match.dataId, boardOf(play, field));
    await this.#showTouchdown(match, undefined);
    if (match.playClockId !== undefined) await this.playClocks.set(match.playClockId, 'running', playClock);
  }

  async snap({ clockId, playClockId }: MatchIds, seconds: number, runs: boolean): Promise<void> {
    if (playClockId !== undefined) await this.playClocks.clear(playClockId);
    const { gameclockStatus, remaining } = await this.gameClocks.get(clockId);
    const running = gameclockStatus === 'running';
    const right = Math.abs(remaining - seconds) <= (running ? TOLERANCE : 0);
    if (running === runs && right) return;
    await this.gameClocks.set(clockId, runs ? 'running' : 'paused', seconds);
  }

  /** `seconds` is what the clock stops at; null lets it run. */
  async whistle(
    match: MatchIds,
    seconds: number | null,
    { score, touchdownBy }: Pick<ReplayedPlay, 'score' | 'touchdownBy'>,
  ): Promise<void> {
    if (seconds !== null) await this.#stop(match, seconds);
    await this.setScore(match, score);
    await this.#showTouchdown(match, touchdownBy);
  }

  async setScore({ dataId }: MatchIds, { home, away }: Points): Promise<void> {
    const { scoreTeamA, scoreTeamB } = await this.matchData.get(dataId);
    if (scoreTeamA === home && scoreTeamB === away) return;
    await this.matchData.update(dataId, { scoreTeamA: home, scoreTeamB: away });
  }

  async endPeriod(match: MatchIds): Promise<void> {
    if (match.playClockId !== undefined) await this.playClocks.clear(match.playClockId);
    await this.#stop(match, 0, 'stopped');
  }

  /** Both clocks at rest, and the reason. */
  async rest({ dataId, clockId, playClockId }: MatchIds, gameStatus: 'stopped' | 'completed'): Promise<void> {
    const clock = await this.gameClocks.get(clockId);
    if (clock.gameclockStatus === 'running') await this.gameClocks.pause(clockId);
    if (playClockId !== undefined) await this.playClocks.clear(playClockId);
    await this.matchData.update(dataId, { gameStatus });
  }

  /** As before the kickoff. */
  async reset(match: MatchIds): Promise<void> {
    await this.rest(match, 'stopped');
    await this.matchData.update(match.dataId, {
      scoreTeamA: 0,
      scoreTeamB: 0,
      qtr: periodTitle(1),
      periodKey: 'period.1',
      gameStatus: 'in-progress',
      down: '',
      distance: 'KICK OFF',
      ballOn: null,
    });
    await this.#showTouchdown(match, undefined);
  }

  async #stop({ clockId }: MatchIds, seconds: number, status: 'paused' | 'stopped' = 'paused'): Promise<void> {
    const { gameclockStatus, remaining } = await this.gameClocks.get(clockId);
    if (gameclockStatus !== 'running' && remaining === seconds) return;
    await this.gameClocks.set(clockId, status, seconds);
  }

  /** A touchdown lights up on its team's side until the next line-up. */
  async #showTouchdown({ scoreboardId }: MatchIds, by: 'home' | 'away' | undefined): Promise<void> {
    if (scoreboardId === undefined) return;
    const shown = { isGoalTeamA: by === 'home', isGoalTeamB: by === 'away' };
    const { isGoalTeamA, isGoalTeamB } = await this.scoreboards.get(scoreboardId);
    if ((isGoalTeamA ?? false) === shown.isGoalTeamA && (isGoalTeamB ?? false) === shown.isGoalTeamB) return;
    await this.scoreboards.update(scoreboardId, shown);
  }
}
