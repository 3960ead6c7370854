export interface UserRow {
  id: number;
  /** 3 to 100 characters, unique, never changed. */
  username: string;
  /** Unique. */
  email: string;
  /** Whether he may log in. */
  isActive: boolean;
  personId: number | null;
  /** Names, in the order the roles were made. */
  roles: string[];
  created: Date;
  /** Time of the last heartbeat. */
  lastOnline: Date | null;
  /** Had a heartbeat in the last two minutes. */
  isOnline: boolean;
}

export interface NewUser {
  username: string;
  email: string;
  /** At least 6 characters. */
  password: string;
  personId?: number | null;
}

/** Undefined values stay as they are. */
export interface UserChanges {
  email?: string;
  isActive?: boolean;
}

export interface UserFilter {
  /** Part of the name, in any case. */
  search?: string;
  /** Users with any of these roles; none: all users. */
  roleNames?: readonly string[];
  isOnline?: boolean;
}

export type UserOrder = 'id' | 'username' | 'email' | 'isActive' | 'isOnline' | 'created' | 'lastOnline' | 'personId';

/** Place of a user in the order of names. */
export interface UserPosition {
  username: string;
  id: number;
}
