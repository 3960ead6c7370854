import { Injectable } from '@nestjs/common';
import type { SortedRange } from '#core/kernel/listing.js';
import { type Scoreboard, ScoreboardsService } from '#modules/live/index.js';
import {
  type MatchDataRow,
  MatchDataService,
  type MatchDetails,
  MatchDetailsService,
  type MatchRecordFilter,
  type MatchRecordOrder,
  MatchSchedulingService,
} from '#modules/matches/index.js';
import { SponsorLinesService, SponsorsService } from '#modules/sponsors/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { Sponsoring } from '../sponsors/sponsoring.view.js';

/** A match and how it stands. */
export interface MatchStanding {
  match: MatchDetails;
  /** Undefined for a match that was imported and that nobody has looked at. */
  matchData: MatchDataRow | undefined;
}

/** With what its scoreboard shows. */
export interface MatchBoard extends MatchStanding {
  scoreboard: Scoreboard | undefined;
  sponsoring: Sponsoring;
  tournamentSponsoring: Sponsoring;
}

type Sponsored = { mainSponsorId: number | null; sponsorLineId: number | null } | null;

/** Matches with their state, any number of them in a fixed number of statements. */
@Injectable()
export class MatchPayloadQuery {
  constructor(
    private readonly details: MatchDetailsService,
    private readonly scheduling: MatchSchedulingService,
    private readonly matchData: MatchDataService,
    private readonly scoreboards: ScoreboardsService,
    private readonly sponsors: SponsorsService,
    private readonly lines: SponsorLinesService,
  ) {}

  /** One match; the rows it has not yet are made. Throws NotFound. */
  async standing(matchId: number, visibility: Visibility): Promise<MatchStanding> {
    const match = await this.details.get(matchId, visibility);
    const matchData = await this.matchData.findByMatch(matchId);
    if (matchData !== undefined) return { match, matchData };
    await this.scheduling.ensureLiveRows(matchId);
    return { match, matchData: await this.matchData.findByMatch(matchId) };
  }

  /** All that pass the filter, in the order of kickoff. */
  async standings(filter: MatchRecordFilter, visibility: Visibility): Promise<MatchStanding[]> {
    return this.#standingsOf(await this.details.list(filter, visibility));
  }

  /** All of a tournament; the rows they have not yet are made. */
  async standingsOfTournament(tournamentId: number, visibility: Visibility): Promise<MatchStanding[]> {
    await this.scheduling.ensureLiveRowsOf(tournamentId);
    return this.standings({ tournamentId }, visibility);
  }

  /** One match; the rows it has not yet are made. Throws NotFound. */
  async board(matchId: number, visibility: Visibility): Promise<MatchBoard> {
    const standing = await this.standing(matchId, visibility);
    const [board] = await this.#boardsOf([standing]);
    if (board.scoreboard !== undefined) return board;
    // It was deleted: who asks for the board gets a new one, as from the original.
    await this.scheduling.ensureLiveRows(matchId);
    return (await this.#boardsOf([standing]))[0];
  }

  /** A stretch of a tournament's matches; the rows they have not yet are made. */
  async boardsOfTournament(
    tournamentId: number,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<MatchBoard[]> {
    await this.scheduling.ensureLiveRowsOf(tournamentId);
    return this.#boardsOf(await this.#standingsOf(await this.details.slice({ tournamentId }, range, visibility)));
  }

  async #standingsOf(matches: readonly MatchDetails[]): Promise<MatchStanding[]> {
    const data = await this.matchData.listByMatches(matches.map(({ id }) => id));
    return matches.map((match) => ({ match, matchData: data.get(match.id) }));
  }

  async #boardsOf(standings: readonly MatchStanding[]): Promise<MatchBoard[]> {
    const scoreboards = await this.scoreboards.listByMatches(standings.map(({ match }) => match.id));
    const sponsored = standings.flatMap(({ match }): Sponsored[] => [match, match.tournament]);
    const sponsors = await this.sponsors.findByIds(idsOf(sponsored.map((each) => each?.mainSponsorId)));
    const lineIds = idsOf(sponsored.map((each) => each?.sponsorLineId));
    const lines = await this.lines.findByIds(lineIds);
    const members = await this.lines.listSponsorsByLines(lineIds);
    const sponsoringOf = (of: Sponsored): Sponsoring => {
      const line = lines.get(of?.sponsorLineId ?? 0);
      return {
        mainSponsor: sponsors.get(of?.mainSponsorId ?? 0) ?? null,
        line: line === undefined ? null : { ...line, sponsors: members.get(line.id) ?? [] },
      };
    };
    return standings.map((standing) => ({
      ...standing,
      scoreboard: scoreboards.get(standing.match.id),
      sponsoring: sponsoringOf(standing.match),
      tournamentSponsoring: sponsoringOf(standing.match.tournament),
    }));
  }
}

const idsOf = (ids: readonly (number | null | undefined)[]): number[] => [
  ...new Set(ids.filter((id) => typeof id === 'number')),
];
