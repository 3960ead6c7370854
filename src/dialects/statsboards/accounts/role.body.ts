import { TextField } from '../statsboards.fields.js';

export class RoleCreateBody {
  @TextField({ min: 2, max: 50, example: 'moderator' })
  name: string;

  @TextField({ max: 255, optional: true, nullable: true, example: 'Can moderate content and users' })
  description?: string | null;
}

export class RoleUpdateBody {
  @TextField({ max: 255, optional: true, nullable: true, example: 'Updated role description' })
  description?: string | null;
}
