import type { PersonFilter } from '#modules/people/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { BooleanField, IntField } from '../statsboards.fields.js';
import { PageQuery } from '../statsboards.paging.js';

export class PersonPageQuery extends PageQuery {
  @IntField({ optional: true, description: 'Only whom this user owns' })
  owner_user_id?: number;

  @IntField({ optional: true, description: 'The same as owner_user_id' })
  user_id?: number;

  @BooleanField({ optional: true, description: 'Only private rows, or only public ones' })
  isprivate?: boolean;

  filter(visibility: Visibility): PersonFilter {
    return {
      text: this.search,
      ownerUserId: this.owner_user_id ?? this.user_id,
      isPrivate: this.isprivate,
      visibility,
    };
  }
}

export const PERSON_ORDER = {
  id: 'id',
  person_eesl_id: 'eeslId',
  first_name: 'firstName',
  second_name: 'secondName',
  person_photo_url: 'photoUrl',
  person_dob: 'bornAt',
  owner_user_id: 'ownerUserId',
  isprivate: 'isPrivate',
} as const;
