import type { MatchRecordFilter } from '#modules/matches/index.js';
import { IntField } from '../statsboards.fields.js';
import { OwnedPageQuery } from '../statsboards.paging.js';

export class MatchPageQuery extends OwnedPageQuery {
  @IntField({ optional: true, description: 'Only matches of this week' })
  week?: number;

  @IntField({ optional: true, description: 'Only matches of this tournament' })
  tournament_id?: number;

  filter(): MatchRecordFilter {
    const { search, week, tournament_id, user_id, isprivate } = this;
    return { search, week, tournamentId: tournament_id, userId: user_id, isPrivate: isprivate };
  }
}
