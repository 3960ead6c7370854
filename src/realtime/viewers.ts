import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import { isVisibleMatch } from '#modules/live/index.js';
import { MatchRecordsService } from '#modules/matches/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { OwnContext } from '#platform/database/own-context.js';
import type { FeedItem } from './feed.js';
import { Hub, type Sink } from './hub.js';

/** Somebody who was let in to follow a match. */
export class Viewing {
  #hidden = false;
  #ended = false;
  #listener: (() => void) | undefined;
  #release: (() => void) | undefined;

  /** Nothing more may be told: the match is kept from the viewer now, or he has ended it himself. */
  get over(): boolean {
    return this.#hidden || this.#ended;
  }

  get hidden(): boolean {
    return this.#hidden;
  }

  /** Calls `listener`, at once when it has happened already, when the match is kept from the viewer. */
  onHidden(listener: () => void): void {
    if (this.#hidden) listener();
    else this.#listener = listener;
  }

  hide(): void {
    if (this.over) return;
    this.#hidden = true;
    this.#listener?.();
    this.#release?.();
  }

  /** To be called when the viewer leaves. */
  end(): void {
    if (this.over) return;
    this.#ended = true;
    this.#release?.();
  }

  /** `release` is called once, when it is over. */
  releasedBy(release: () => void): this {
    if (this.over) release();
    else this.#release = release;
    return this;
  }
}

/** Those who follow a match with the same eyes. */
interface Audience {
  readonly viewings: Set<Viewing>;
  /** Gives what ends it. */
  readonly opened: Promise<() => void>;
}

/**
 * Lets in who may see a match, and ends it for them when that changes. The hub tells viewings before it tells anybody
 * else, so that the entry which makes a match private is not told to those from whom it keeps it. Those who see the
 * same share one look at each entry: most see what everybody may.
 */
@Injectable()
export class Viewers {
  readonly #audiences = new Map<string, Audience>();

  constructor(
    private readonly hub: Hub,
    private readonly matches: MatchRecordsService,
    private readonly context: OwnContext,
  ) {}

  /**
   * Nothing is asked for who sees everything; for others a match that is kept from them does not exist.
   * @throws NotFound; Unavailable when the database cannot be read
   */
  async admit(matchId: number, visibility: Visibility): Promise<Viewing> {
    const viewing = new Viewing();
    if (visibility.onlyOwner === undefined) return viewing;
    // Before the journal is followed, so that who may not see the match costs the journal nothing ...
    await this.#refuseHidden(matchId, visibility);
    try {
      await this.#join(viewing, matchId, visibility);
      // ... and after, since when every change is told.
      await this.#refuseHidden(matchId, visibility);
    } catch (error) {
      viewing.end();
      throw error;
    }
    return viewing;
  }

  async #join(viewing: Viewing, matchId: number, visibility: Visibility): Promise<void> {
    const key = `${matchId}:${visibility.onlyOwner}`;
    const audience = this.#audiences.get(key) ?? this.#open(matchId, visibility);
    this.#audiences.set(key, audience);
    audience.viewings.add(viewing);
    viewing.releasedBy(() => {
      audience.viewings.delete(viewing);
      if (audience.viewings.size > 0) return;
      if (this.#audiences.get(key) === audience) this.#audiences.delete(key);
      audience.opened.then(
        (close) => close(),
        () => undefined,
      );
    });
    await audience.opened;
  }

  #open(matchId: number, visibility: Visibility): Audience {
    const viewings = new Set<Viewing>();
    const sink: Sink = {
      push: (item) => {
        if (isKept(item, visibility)) for (const viewing of viewings) viewing.hide();
      },
      full: false,
      drained: () => Promise.resolve(),
      closed: false,
    };
    return { viewings, opened: this.hub.subscribe(matchId, sink, { after: 'now', topics: ['data'], first: true }) };
  }

  async #refuseHidden(matchId: number, visibility: Visibility): Promise<void> {
    const isHidden = await this.context.run(() => this.matches.isHidden(matchId, visibility));
    if (isHidden) throw new NotFound('Match', matchId);
  }
}

const isKept = ({ entity, op, data }: FeedItem, visibility: Visibility): boolean =>
  entity === 'match' && op !== 'delete' && !isVisibleMatch(data, visibility);
