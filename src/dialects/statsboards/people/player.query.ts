import type { PlayerFilter } from '#modules/people/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { IntField } from '../statsboards.fields.js';
import { OwnedPageQuery } from '../statsboards.paging.js';

export class PlayerPageQuery extends OwnedPageQuery {
  @IntField({ description: 'Players of this sport', example: 1 })
  sport_id: number;

  @IntField({ optional: true, description: 'Only players who are or were in this team' })
  team_id?: number;

  filter(visibility: Visibility): PlayerFilter & { sportId: number } {
    return {
      sportId: this.sport_id,
      teamId: this.team_id,
      userId: this.user_id,
      isPrivate: this.isprivate,
      text: this.search,
      visibility,
    };
  }
}

export const PLAYER_ORDER = {
  id: 'id',
  sport_id: 'sportId',
  person_id: 'personId',
  player_eesl_id: 'eeslId',
  first_name: 'firstName',
  second_name: 'secondName',
  user_id: 'userId',
  isprivate: 'isPrivate',
} as const;
