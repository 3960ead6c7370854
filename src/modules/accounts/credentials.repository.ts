import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { prepared } from '#platform/database/prepared.js';

export interface Credentials {
  userId: number;
  hashedPassword: string;
  passwordVersion: number;
  isActive: boolean;
}

const COLUMNS = `id as "userId", hashed_password as "hashedPassword", password_version as "passwordVersion",
  is_active as "isActive"`;

/** The secret side of users. Nothing here leaves the module. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly em: EntityManager) {}

  async findByUsername(username: string): Promise<Credentials | undefined> {
    const sql = `select ${COLUMNS} from "user" where username = ?`;
    return (await prepared<Credentials>(this.em, sql, [username])).at(0);
  }

  async find(userId: number): Promise<Credentials | undefined> {
    return (await prepared<Credentials>(this.em, `select ${COLUMNS} from "user" where id = ?`, [userId])).at(0);
  }

  /** Ends all tokens of the user. Returns the new version; undefined when there is no such user. */
  async setPassword(userId: number, hashedPassword: string): Promise<number | undefined> {
    const rows = await this.em.execute<{ version: number }[]>(
      `update "user" set hashed_password = ?, password_version = password_version + 1
       where id = ? returning password_version as version`,
      [hashedPassword, userId],
    );
    return rows.at(0)?.version;
  }

  async setOnline(userId: number): Promise<void> {
    await this.em.execute('update "user" set last_online = now(), is_online = true where id = ?', [userId]);
  }

  /** Users without a heartbeat for so long are offline from now on; returns how many. Belongs to no request. */
  async setOfflineAfter(seconds: number): Promise<number> {
    return RequestContext.create(this.em, async () => {
      const rows = await this.em.execute<object[]>(
        `update "user" set is_online = false
         where is_online and (last_online is null or last_online < now() - make_interval(secs => ?)) returning id`,
        [seconds],
      );
      return rows.length;
    });
  }

  /** Runs work that belongs to no request. */
  inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }
}
