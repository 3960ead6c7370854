import type { FeedItem } from '../../../src/realtime/feed.js';
import { FoldedMatch } from './folded-match.js';
import { Follower } from './follower.js';

export type Item = Pick<FeedItem, 'cursor' | 'version' | 'op' | 'entity' | 'entityId' | 'data'>;

/** Follows the journal of a match, and goes on after each connection with his last cursor. */
export abstract class FeedFollower extends Follower<Item> {
  readonly match = new FoldedMatch();
  /** Versions in the order in which they came; a snapshot counts as its version. */
  readonly versions: number[] = [];
  protected cursor: string | undefined;

  get version(): number {
    return this.versions.at(-1) ?? 0;
  }

  protected take(item: Item): void {
    this.versions.push(item.version);
    this.cursor = item.cursor;
    this.match.apply(item);
  }
}
