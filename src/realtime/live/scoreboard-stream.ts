import { Injectable } from '@nestjs/common';
import { ScoreboardsService } from '#modules/live/index.js';
import { MatchDataService } from '#modules/matches/index.js';
import { scoreboardOf } from '#modules/scoring/index.js';
import { OwnContext } from '#platform/database/own-context.js';
import type { FeedItem, Topic } from '../feed.js';
import { JournalRepository, type ScoreboardRows } from '../journal.repository.js';
import { aboutTables, headOf, type LiveStream } from './live-stream.js';
import type { ScoreboardMessage } from './messages.js';

/** Messages of a scoreboard: the whole of it, as it was at the version of the entry. */
@Injectable()
export class ScoreboardStream implements LiveStream<ScoreboardMessage> {
  readonly topics: readonly Topic[] = ['data', 'scoreboard'];
  readonly latest = true;
  readonly accepts = aboutTables('matchdata', 'scoreboard', 'sport', 'sport_scoreboard_preset');
  readonly #made = new WeakMap<FeedItem, Promise<ScoreboardMessage>>();

  constructor(
    private readonly journal: JournalRepository,
    private readonly matchData: MatchDataService,
    private readonly scoreboards: ScoreboardsService,
    private readonly context: OwnContext,
  ) {}

  message(item: FeedItem): Promise<ScoreboardMessage> {
    let message = this.#made.get(item);
    if (message === undefined) {
      this.#made.set(item, (message = this.#make(item)));
      message.catch(() => this.#made.delete(item));
    }
    return message;
  }

  async #make(item: FeedItem): Promise<ScoreboardMessage> {
    const { matchId, version } = item;
    const { matchdata: data, scoreboard: board } =
      item.op === 'snapshot'
        ? (item.data as unknown as ScoreboardRows)
        : await this.journal.scoreboardAt(matchId, version);
    const capability = data && board && (await this.context.run(() => this.scoreboards.findByMatch(matchId)));
    return {
      ...headOf(item),
      scoreboard: capability
        ? scoreboardOf(this.matchData.readEntry(data), this.scoreboards.readEntry(board), capability)
        : null,
    };
  }
}
