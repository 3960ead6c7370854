import { Injectable } from '@nestjs/common';
import { PLAY_COLUMNS, PlayRecordingService, playView } from '#modules/plays/index.js';
import { OwnContext } from '#platform/database/own-context.js';
import type { FeedItem, FeedOp, Topic } from '../feed.js';
import { aboutTables, headOf, type LiveStream } from './live-stream.js';
import type { PlayChange, PlayMessage } from './messages.js';

type Row = Readonly<Record<string, unknown>>;

const CHANGES: Readonly<Record<FeedOp, PlayChange>> = {
  snapshot: 'snapshot',
  insert: 'recorded',
  update: 'corrected',
  delete: 'voided',
};

/** Messages of plays: all at first, then each that is recorded, corrected or voided. */
@Injectable()
export class PlaysStream implements LiveStream<PlayMessage> {
  readonly topics: readonly Topic[] = ['events'];
  readonly latest = false;
  readonly accepts = aboutTables('football_event');
  readonly #made = new WeakMap<FeedItem, Promise<PlayMessage>>();

  constructor(
    private readonly recording: PlayRecordingService,
    private readonly context: OwnContext,
  ) {}

  message(item: FeedItem): Promise<PlayMessage> {
    let message = this.#made.get(item);
    if (message === undefined) {
      this.#made.set(item, (message = this.#make(item)));
      message.catch(() => this.#made.delete(item));
    }
    return message;
  }

  async #make(item: FeedItem): Promise<PlayMessage> {
    const { matchId, version, op, entityId, data } = item;
    const change = CHANGES[op];
    if (op === 'snapshot') {
      const rows = ((data['football_event'] as Row[] | undefined) ?? []).map((row) => PLAY_COLUMNS.read(row));
      const inOrder = rows.toSorted((a, b) => (a.eventNumber ?? Infinity) - (b.eventNumber ?? Infinity) || a.id - b.id);
      return { ...headOf(item), change, play: null, plays: inOrder.map(playView), supersedes: null };
    }
    const supersedes =
      op === 'insert' ? null : await this.context.run(() => this.recording.supersedes(matchId, entityId, version));
    return {
      ...headOf(item),
      change,
      play: { ...playView(PLAY_COLUMNS.read(data)), version },
      plays: null,
      supersedes,
    };
  }
}
