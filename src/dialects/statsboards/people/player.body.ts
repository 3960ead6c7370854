import type { PlayerRow, PlayerValues } from '#modules/people/index.js';
import { BooleanField, IntField } from '../statsboards.fields.js';

/** Creating and changing take the same fields. */
export class PlayerBody {
  @IntField({ optional: true, nullable: true, example: 1 })
  sport_id?: number | null;

  @IntField({ optional: true, nullable: true, example: 123 })
  person_id?: number | null;

  @IntField({
    optional: true,
    nullable: true,
    example: 98_765,
    description: 'A known one is changed instead of created',
  })
  player_eesl_id?: number | null;

  @BooleanField({ optional: true, default: false })
  isprivate?: boolean;

  @IntField({ optional: true, nullable: true, example: null })
  user_id?: number | null;

  values(): Partial<PlayerValues> {
    return {
      sportId: this.sport_id,
      personId: this.person_id,
      eeslId: this.player_eesl_id,
      isPrivate: this.isprivate,
      userId: this.user_id,
    };
  }
}

export class AddPersonToSportBody {
  @IntField({ example: 123 })
  person_id: number;

  @IntField({ example: 1 })
  sport_id: number;

  @BooleanField({ optional: true, nullable: true, default: false })
  isprivate?: boolean | null;

  @IntField({ optional: true, nullable: true, example: 5 })
  user_id?: number | null;

  values(): Pick<PlayerRow, 'personId' | 'sportId'> & Partial<PlayerValues> {
    return {
      personId: this.person_id,
      sportId: this.sport_id,
      isPrivate: this.isprivate ?? false,
      userId: this.user_id,
    };
  }
}
