import type { PersonValues } from '#modules/people/index.js';
import { BooleanField, IntField, MomentField, TextField } from '../statsboards.fields.js';

const url = { max: 500, optional: true, nullable: true };

/** Creating and changing take the same fields: a name that is left out is empty, or stays. */
export class PersonBody {
  @IntField({ optional: true, nullable: true, example: null, description: 'A known one is changed instead of created' })
  person_eesl_id?: number | null;

  @TextField({ max: 100, optional: true, example: 'John' })
  first_name?: string;

  @TextField({ max: 100, optional: true, example: 'Doe' })
  second_name?: string;

  @TextField({ ...url, example: '/static/uploads/persons/photos/123.jpg' })
  person_photo_url?: string | null;

  @TextField({ ...url, example: '/static/uploads/persons/icons/123.jpg' })
  person_photo_icon_url?: string | null;

  @TextField({ ...url, example: '/static/uploads/persons/web/123.jpg' })
  person_photo_web_url?: string | null;

  @MomentField({ optional: true, nullable: true, example: '1990-01-15T00:00:00' })
  person_dob?: Date | null;

  @IntField({ optional: true, nullable: true, example: null })
  owner_user_id?: number | null;

  @BooleanField({ optional: true, default: false })
  isprivate?: boolean;

  values(): Partial<PersonValues> {
    return {
      eeslId: this.person_eesl_id,
      firstName: this.first_name,
      secondName: this.second_name,
      photoUrl: this.person_photo_url,
      photoIconUrl: this.person_photo_icon_url,
      photoWebUrl: this.person_photo_web_url,
      bornAt: this.person_dob,
      ownerUserId: this.owner_user_id,
      isPrivate: this.isprivate,
    };
  }
}
