import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Who logs in in the examples, with their password; he may do no more than anybody. And who is looked at or owns something. */
const LOGIN = {
  username: 'test_user',
  email: 'test_user@example.com',
  hash: '$argon2id$v=19$m=19456,t=2,p=1$0cvaPCToqKx9iDAEoSovEw$btp3FTHD9Y2D1g1qUUtFQD+l3LPBn4d9iV2pJqnU8Mw',
};
const USERS = [
  { id: 5, username: 'league_office', personId: null, role: 'coach' },
  { id: 456, username: 'john_smith', personId: 124, role: 'player' },
] as const;

/** The users that the examples name, under their numbers. Who is there stays as he is. */
@Injectable()
export class UserExamplesRepository {
  constructor(private readonly em: EntityManager) {}

  /** Makes who is missing. */
  async ensure(): Promise<void> {
    await this.em.transactional(async (em) => {
      await em.execute(
        `with made as (
           insert into "user" (username, email, hashed_password) values (?, ?, ?) on conflict do nothing returning id
         )
         insert into user_role (user_id, role_id) select made.id, r.id from made, role r where r.name = 'user'`,
        [LOGIN.username, LOGIN.email, LOGIN.hash],
      );
      // No password is theirs, so that nobody logs in as one of them.
      for (const { id, username, personId, role } of USERS) {
        await em.execute(
          `with made as (
             insert into "user" (id, username, email, hashed_password, person_id)
             values (?, ?, ?, '', (select id from person where id = ?)) on conflict do nothing returning id
           )
           insert into user_role (user_id, role_id) select made.id, r.id from made, role r where r.name = ?`,
          [id, username, `${username}@example.com`, personId, role],
        );
      }
      await em.execute(
        `select setval(s.name, greatest(max(t.id), nextval(s.name) - 1))
         from "user" t, pg_get_serial_sequence('"user"', 'id') as s (name) group by s.name`,
      );
    });
  }
}
