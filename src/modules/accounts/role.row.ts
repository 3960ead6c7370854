export interface RoleRow {
  id: number;
  /** 2 to 50 characters, unique, never changed. */
  name: string;
  description: string | null;
  /** Users who have it. */
  userCount: number;
}

export type RoleOrder = keyof RoleRow;

/** Place of a role in the order of names. */
export interface RolePosition {
  name: string;
  id: number;
}
