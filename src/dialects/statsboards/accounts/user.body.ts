import {
  LONGEST_PASSWORD,
  LONGEST_USERNAME,
  SHORTEST_PASSWORD,
  SHORTEST_USERNAME,
  type UserChanges,
} from '#modules/accounts/index.js';
import { BooleanField, EmailField, IntField, TextField, TextListField } from '../statsboards.fields.js';
import { PageQuery } from '../statsboards.paging.js';

const newPassword = { min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD };

export class LoginBody {
  @TextField({ example: 'john_doe' })
  username: string;

  @TextField({ example: 'SecurePass123!' })
  password: string;
}

export class UserCreateBody {
  @TextField({ min: SHORTEST_USERNAME, max: LONGEST_USERNAME, example: 'john_doe' })
  username: string;

  @EmailField({ example: 'john@example.com' })
  email: string;

  @TextField({ ...newPassword, example: 'SecurePass123!' })
  password: string;

  @IntField({ optional: true, nullable: true, example: 123, description: 'The person this user is' })
  person_id?: number | null;
}

export class UserUpdateBody {
  @EmailField({ optional: true, example: 'newemail@example.com' })
  email?: string;

  @BooleanField({ optional: true, example: true })
  is_active?: boolean;

  changes(): UserChanges {
    return { email: this.email, isActive: this.is_active };
  }
}

export class ChangePasswordBody {
  @TextField({ example: 'CurrentPassword123!' })
  old_password: string;

  @TextField({ ...newPassword, example: 'NewPassword456!' })
  new_password: string;
}

export class SetPasswordBody {
  @TextField({ ...newPassword, example: 'NewPassword123!' })
  new_password: string;
}

export class AssignRoleBody {
  @IntField({ example: 1 })
  role_id: number;
}

export class UserSearchQuery extends PageQuery {
  @TextListField({ optional: true, description: 'Users with any of these roles; may be repeated', example: ['admin'] })
  role_names?: string[];

  @BooleanField({ optional: true })
  is_online?: boolean;
}
