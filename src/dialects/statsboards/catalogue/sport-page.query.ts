import { IntField } from '../statsboards.fields.js';
import { OwnedPageQuery } from '../statsboards.paging.js';

export class SportPageQuery extends OwnedPageQuery {
  @IntField({ optional: true, description: 'Only of this sport' })
  sport_id?: number;
}

interface OwnedBySport {
  search?: string;
  sportId?: number;
  userId?: number;
  isPrivate?: boolean;
}

export const ownedBySport = ({ search, sport_id, user_id, isprivate }: SportPageQuery): OwnedBySport => ({
  search,
  sportId: sport_id,
  userId: user_id,
  isPrivate: isprivate,
});
