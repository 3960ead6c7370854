import { Injectable } from '@nestjs/common';

/** The user a valid token stands for. */
export interface Principal {
  userId: number;
  username: string;
  roles: readonly string[];
}

/** Undefined for a user who is gone, is not active, or has changed the password since this version. */
export type FindPrincipal = (userId: number, passwordVersion: number) => Promise<Principal | undefined>;

/** Where tokens meet users. The module that owns the users says how to find them. */
@Injectable()
export class PrincipalDirectory {
  #find: FindPrincipal | undefined;

  use(find: FindPrincipal): void {
    this.#find = find;
  }

  async find(userId: number, passwordVersion: number): Promise<Principal | undefined> {
    return this.#find?.(userId, passwordVersion);
  }
}

export const isAdmin = (principal: Principal | undefined): boolean => principal?.roles.includes('admin') ?? false;
