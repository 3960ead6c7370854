import { ApiProperty } from '@nestjs/swagger';
import type { PersonRow } from '#modules/people/index.js';
import { withoutZone } from '../statsboards.dates.js';

const number = { type: 'integer', nullable: true } as const;
const text = { type: 'string', nullable: true } as const;

export class PersonView {
  @ApiProperty({ type: 'integer', example: 123 })
  id: number;

  @ApiProperty({ ...number, example: null })
  person_eesl_id: number | null;

  @ApiProperty({ example: 'John' })
  first_name: string;

  @ApiProperty({ example: 'Doe' })
  second_name: string;

  @ApiProperty({ ...text, example: '/static/uploads/persons/photos/123.jpg' })
  person_photo_url: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/persons/icons/123.jpg' })
  person_photo_icon_url: string | null;

  @ApiProperty({ ...text, example: '/static/uploads/persons/web/123.jpg' })
  person_photo_web_url: string | null;

  @ApiProperty({ ...text, format: 'date-time', example: '1990-01-15T00:00:00' })
  person_dob: string | null;

  @ApiProperty({ ...number, example: null })
  owner_user_id: number | null;

  @ApiProperty({ example: false })
  isprivate: boolean;
}

export const personView = (person: PersonRow): PersonView => ({
  id: person.id,
  person_eesl_id: person.eeslId,
  first_name: person.firstName,
  second_name: person.secondName,
  person_photo_url: person.photoUrl,
  person_photo_icon_url: person.photoIconUrl,
  person_photo_web_url: person.photoWebUrl,
  // A birthday has no fraction of a second to show.
  person_dob: person.bornAt && withoutZone(person.bornAt).replace(/\.0+$/, ''),
  owner_user_id: person.ownerUserId,
  isprivate: person.isPrivate,
});

export class CountView {
  @ApiProperty({ type: 'integer', example: 10_000 })
  total_items: number;
}
