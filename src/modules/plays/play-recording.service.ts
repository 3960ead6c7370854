import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { PlayJournalRepository } from './play-journal.repository.js';
import { PlayPagesRepository } from './play-pages.repository.js';
import type { PlayPosition, PlayRow } from './play.row.js';
import { PlaysService, type PlayValues } from './plays.service.js';

const CLIENT_ID = /^[\w.:-]{1,64}$/;

/**
 * Records and corrects plays for scorers whose network fails and who may be several. `seen` is the version of the match
 * that the scorer's screen shows: when the play was changed after it, the operation is refused.
 */
@Injectable()
export class PlayRecordingService {
  constructor(
    private readonly plays: PlaysService,
    private readonly journal: PlayJournalRepository,
    private readonly pages: PlayPagesRepository,
  ) {}

  /**
   * Records a play, numbered after the last unless it has a number. Sent again with the same `clientId` it is not
   * recorded twice: the play is returned as it is now.
   * @throws Invalid; Conflict `UNKNOWN_REFERENCE`, `CLIENT_ID_REUSED` for another play, `PLAY_VOIDED` when it is gone
   */
  async record(matchId: number, values: PlayValues, clientId?: string): Promise<PlayRow> {
    if (clientId !== undefined && !CLIENT_ID.test(clientId)) {
      throw new Invalid('clientId', 'A clientId has 1 to 64 letters, digits and . : _ -', 'BAD_USER_INPUT');
    }
    return this.journal.withMatchLocked(matchId, async () => {
      if (clientId !== undefined) {
        const recorded = await this.journal.findRecorded(matchId, clientId);
        if (recorded !== undefined) return this.#again(recorded, values, clientId);
      }
      const eventNumber = values.eventNumber ?? (await this.journal.nextNumber(matchId));
      return this.plays.record({ ...values, matchId, eventNumber, clientId: clientId ?? null });
    });
  }

  /** Changes what is given. @throws NotFound; Conflict `PLAY_CHANGED`, `UNKNOWN_REFERENCE` */
  async correct(id: number, values: PlayValues, seen?: number): Promise<PlayRow> {
    const { matchId } = await this.#play(id);
    return this.journal.withMatchLocked(matchId, async () => {
      await this.#play(id);
      await this.#refuseOutdated(matchId, id, seen);
      return this.plays.correct(id, values);
    });
  }

  /** Takes a play out of the match; returns it as it was. @throws NotFound; Conflict `PLAY_CHANGED` */
  async void(id: number, seen?: number): Promise<PlayRow> {
    const { matchId } = await this.#play(id);
    return this.journal.withMatchLocked(matchId, async () => {
      await this.#refuseOutdated(matchId, id, seen);
      const play = await this.#play(id);
      await this.plays.void(id);
      return play;
    });
  }

  /** The same page of each match's plays in the order they were made, by the match. */
  async listByMatches(matchIds: readonly number[], page: Page<PlayPosition>): Promise<Map<number, Slice<PlayRow>>> {
    const rows = Map.groupBy(await this.pages.list(matchIds, page), ({ matchId }) => matchId);
    return new Map(matchIds.map((id) => [id, sliceOf(rows.get(id) ?? [], page)]));
  }

  async countByMatches(matchIds: readonly number[]): Promise<Map<number, number>> {
    return new Map((await this.pages.count(matchIds)).map(({ matchId, count }) => [matchId, count]));
  }

  /** Versions of the matches at which plays were last changed, by their ids. */
  async lastVersions(plays: readonly { id: number; matchId: number }[]): Promise<Map<number, number>> {
    return this.journal.lastVersions(plays);
  }

  /** The version of the entry that the one at `version` replaces; null for the first of a play. */
  async supersedes(matchId: number, playId: number, version: number): Promise<number | null> {
    return (await this.journal.versionBefore(matchId, playId, version)) ?? null;
  }

  async #play(id: number): Promise<PlayRow> {
    const [play] = await this.plays.listByIds([id]);
    if (play === undefined) throw new NotFound('Play', id);
    return play;
  }

  async #again(recorded: PlayRow, values: PlayValues, clientId: string): Promise<PlayRow> {
    const { matchId, id } = recorded;
    const same = Object.entries(values).every(
      ([field, value]) => JSON.stringify(recorded[field as keyof PlayRow]) === JSON.stringify(value),
    );
    if (!same) {
      const message = `${clientId} is the name of another play of this match`;
      throw new Conflict('CLIENT_ID_REUSED', message, { matchId, clientId, playId: id });
    }
    const [now] = await this.plays.listByIds([id]);
    if (now !== undefined) return now;
    throw new Conflict('PLAY_VOIDED', `Play ${id} was recorded and taken out since`, { matchId, clientId, playId: id });
  }

  async #refuseOutdated(matchId: number, id: number, seen: number | undefined): Promise<void> {
    if (seen === undefined) return;
    const version = (await this.journal.lastVersions([{ id, matchId }])).get(id) ?? 0;
    if (version <= seen) return;
    const message = `Play ${id} was changed at version ${version}, after ${seen}: look at it again`;
    throw new Conflict('PLAY_CHANGED', message, { id, seen, version });
  }
}
