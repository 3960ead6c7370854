import { Body, Get, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRecordsService } from '#modules/matches/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { matchRecordView, MatchRecordView } from '../match-record.view.js';
import { Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { titleCase } from '../title-case.js';
import { LiveMatchQuery } from './live-match.query.js';
import { MatchPayloadQuery } from './match-payload.query.js';
import {
  matchStandingView,
  MatchStandingView,
  newMatchView,
  NewMatchView,
  wrappedLiveMatchView,
  WrappedLiveMatchView,
} from './match-payload.view.js';
import { MatchCreateBody } from './match.body.js';

const UnknownReference = (): MethodDecorator =>
  ApiConflictResponse({ description: 'There is no such team, tournament, sponsor or user', type: ErrorResponse });

/** Matches with their state in one answer, and made with it in one go. */
@StatsboardsController({ path: 'matches', tag: 'matches' })
export class MatchPayloadController {
  constructor(
    private readonly matches: MatchRecordsService,
    private readonly payloads: MatchPayloadQuery,
    private readonly live: LiveMatchQuery,
  ) {}

  @Write()
  @Post('add')
  @ApiOperation({
    summary: 'Create a match with match data, scoreboard and clocks',
    description: 'The scoreboard has each word of the team titles with its first letter large and the others small',
  })
  @ApiOkResponse({ type: MatchRecordView })
  @UnknownReference()
  async add(@Body() body: MatchCreateBody, @Sees() visibility: Visibility): Promise<MatchRecordView> {
    return matchRecordView(await this.matches.create(body.values(), visibility, titleCase));
  }

  @Write()
  @Post('create_with_full_data')
  @ApiOperation({ summary: 'Create a match with match data, scoreboard and clocks, and get them' })
  @ApiOkResponse({ type: NewMatchView })
  @UnknownReference()
  async createWithFullData(@Body() body: MatchCreateBody, @Sees() visibility: Visibility): Promise<NewMatchView> {
    const { id } = await this.matches.create(body.values(), visibility);
    return newMatchView(await this.payloads.board(id, {}));
  }

  @Public()
  @Get('all/data')
  @ApiOperation({ summary: 'All matches with their teams and how they stand' })
  @ApiOkResponse({ type: [MatchStandingView] })
  async all(@Sees() visibility: Visibility): Promise<MatchStandingView[]> {
    return (await this.payloads.standings({}, visibility)).map(matchStandingView);
  }

  @Public()
  @Get('id/:match_id/data')
  @ApiOperation({ summary: 'A match with its teams and how it stands, in a list of one' })
  @ApiOkResponse({ type: [MatchStandingView] })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async data(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<MatchStandingView[]> {
    return [matchStandingView(await this.payloads.standing(id, visibility))];
  }

  @Public()
  @Get('id/:match_id/scoreboard/full_data')
  @ApiOperation({ summary: 'A match with its teams and how it stands' })
  @ApiOkResponse({ type: MatchStandingView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async fullData(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<MatchStandingView> {
    return matchStandingView(await this.payloads.standing(id, visibility));
  }

  @Public()
  @Get('id/:match_id/scoreboard/full_data/scoreboard_settings')
  @ApiOperation({ summary: 'Everything that is live about a match' })
  @ApiOkResponse({ type: WrappedLiveMatchView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async settings(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<WrappedLiveMatchView> {
    return wrappedLiveMatchView(await this.live.get(id, visibility));
  }
}
