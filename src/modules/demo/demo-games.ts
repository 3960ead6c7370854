import { Injectable } from '@nestjs/common';
import { playByPlay } from '#core/football/play-by-play/play-by-play.js';
import { createRandom } from '#core/kernel/random.js';
import { DEMO_COMPETITIONS, DEMO_SOURCE } from '#core/season/demo-seasons.js';
import { footballGame, footballTeams } from '#core/season/football-simulator.js';
import type { GamePlayer } from '#core/season/game-record.js';
import { emptyGameReport, GameLoader } from '#modules/imports/index.js';
import { DemoGamesRepository, playerRef } from './demo-games.repository.js';

const COMPETITION = DEMO_COMPETITIONS.gridiron;
/** Yards between the goal lines. */
const FIELD_LENGTH = 100;

/** The plays behind the demo's games of American football, which are stored for those that somebody wants to see. */
@Injectable()
export class DemoGames {
  constructor(
    private readonly games: DemoGamesRepository,
    private readonly loader: GameLoader,
  ) {}

  /**
   * Stores players and plays of a finished game, unless it has some. False when it is no game of the demo, is not over,
   * or has another score than it was simulated with.
   */
  async ensurePlays(matchId: number): Promise<boolean> {
    const found = await this.games.find(matchId);
    const [code, year, key] = found?.externalId.split(':') ?? [];
    if (found === undefined || code !== COMPETITION.code || key === undefined) return false;
    if (found.hasPlays) return true;
    const { seed, score, homeId } = found;
    const teams = footballTeams(seed, COMPETITION, Number(year));
    const game = footballGame({ seed, competition: COMPETITION, year: Number(year), teams }, key);
    if (score?.home !== game.score.home || score.away !== game.score.away) return false;

    const members = await this.games.listPlayers(matchId);
    const players = members.map(({ id, teamId, firstName, lastName }): GamePlayer => ({
      ref: playerRef(id),
      side: teamId === homeId ? 'home' : 'away',
      firstName,
      lastName,
    }));
    const squadOf = (isHome: boolean) =>
      members
        .filter(({ teamId }) => (teamId === homeId) === isHome)
        .map(({ id, position }) => ({ ref: playerRef(id), position }));
    const random = createRandom(seed).fork(found.externalId).fork('plays');
    const plays = playByPlay(game, { home: squadOf(true), away: squadOf(false) }, random);
    const season = { source: DEMO_SOURCE, competition: COMPETITION, year: Number(year), matches: [] };
    await this.games.nameReferences(members.map(({ id }) => id));
    await this.loader.store({ season, key, fieldLength: FIELD_LENGTH, players, plays }, emptyGameReport());
    await this.games.dressPlayers(matchId);
    return true;
  }

  /** The game that was finished last, with its plays stored; undefined when there is none. */
  async ensureLatest(): Promise<number | undefined> {
    const matchId = await this.games.findLatest(COMPETITION.code);
    return matchId !== undefined && (await this.ensurePlays(matchId)) ? matchId : undefined;
  }
}
