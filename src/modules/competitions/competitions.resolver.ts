import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { CompetitionArgs, competitionFilter } from './competition.input.js';
import { CompetitionConnectionObject, CompetitionObject } from './competition.object.js';
import type { CompetitionPosition, CompetitionRow } from './competition.row.js';
import { CompetitionsService } from './competitions.service.js';
import { SeasonConnectionObject } from './season.object.js';
import type { SeasonRow } from './season.row.js';
import { SeasonsService } from './seasons.service.js';
import { SportObject } from './sport.object.js';
import { SportsService } from './sports.service.js';

/** Reads what the cursor of a competition holds. */
function positionOf([title, id]: readonly unknown[]): CompetitionPosition | undefined {
  if (typeof title !== 'string' || title.includes('\0') || !Number.isSafeInteger(id)) return undefined;
  return { title, id: id as number };
}

@Resolver()
export class CompetitionsResolver {
  constructor(
    private readonly service: CompetitionsService,
    private readonly allSports: SportsService,
    private readonly allSeasons: SeasonsService,
  ) {}

  @Requires('public')
  @Query(() => [SportObject], { description: 'All sports, in alphabetical order.' })
  async sports(): Promise<SportObject[]> {
    return this.allSports.list();
  }

  @Requires('public')
  @Query(() => SeasonConnectionObject, { description: 'Seasons, the latest first.' })
  async seasons(@Args() args: ConnectionArgs): Promise<Connection<SeasonRow>> {
    return connectionOfWhole(await this.allSeasons.list(), args);
  }

  @Requires('public')
  @Query(() => CompetitionConnectionObject, { description: 'Competitions in alphabetical order.' })
  async competitions(
    @Args() search: CompetitionArgs,
    @Args() args: ConnectionArgs,
  ): Promise<Connection<CompetitionRow>> {
    const filter = competitionFilter(search);
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, positionOf));
    const cursorOf = ({ title, id }: CompetitionRow): string => encodeCursor([title, id]);
    return connectionOf(await this.service.slice(filter, page), cursorOf, () => this.service.count(filter));
  }

  @Requires('public')
  @Query(() => CompetitionObject, {
    nullable: true,
    description: 'One competition; null when there is none with this id.',
  })
  async competition(
    @Args('id', { type: () => ID, description: 'Number of the competition.' }, ParseIdPipe) id: number,
  ): Promise<CompetitionObject | undefined> {
    return this.service.findCompetition(id);
  }
}
