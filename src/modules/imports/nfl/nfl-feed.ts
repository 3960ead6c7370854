import { z } from 'zod';

const Count = z.number().catch(0);
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const Stat = z.object({ sequence: Count, clubcode: Text, playerName: Text, statId: z.number(), yards: Count });

const FeedPlay = z.object({
  qtr: Count,
  down: Count,
  time: Text,
  yrdln: Text,
  ydstogo: Count,
  posteam: Text,
  desc: Text,
  note: z.string().nullish(),
  players: z.record(z.string(), z.array(Stat)).catch({}),
});

const PlayerLine = z.object({ name: Text }).catchall(z.unknown());
const PlayerLines = z.record(z.string(), PlayerLine).optional();

const TeamStats = z.object({ totfd: Count, pyds: Count, ryds: Count, penyds: Count }).partial();

const Side = z.object({
  abbr: z.string().min(1),
  score: z.record(z.string(), z.number()),
  stats: z
    .object({
      passing: PlayerLines,
      rushing: PlayerLines,
      receiving: PlayerLines,
      defense: PlayerLines,
      team: TeamStats.optional(),
    })
    .partial()
    .catch({}),
});

const Game = z.object({
  home: Side,
  away: Side,
  qtr: z.union([z.string(), z.number()]).nullish(),
  stadium: z.string().nullish(),
  drives: z.record(z.string(), z.unknown()),
});

const Drive = z.object({ plays: z.record(z.string(), FeedPlay) });

export type FeedPlay = z.infer<typeof FeedPlay>;
export type FeedStat = z.infer<typeof Stat>;
export type FeedSide = z.infer<typeof Side>;

/** A game of the league's live feed. */
export interface FeedGame {
  /** `2016091101`: the day, and the game's number on it. */
  readonly id: string;
  readonly home: FeedSide;
  readonly away: FeedSide;
  readonly stadium: string | null;
  readonly finished: boolean;
  /** In the order they were made. */
  readonly plays: readonly FeedPlay[];
}

/**
 * Reads one file of the feed: `{ "<game id>": { home, away, drives, ... }, "nextupdate": ... }`.
 * @throws Error with the reason when it is not such a file.
 */
export function parseFeed(text: string): FeedGame {
  const file = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const entry = Object.entries(file).find(([key]) => /^\d{10}$/.test(key));
  if (entry === undefined) throw new Error('There is no game in this file');
  const [id, body] = entry;
  const { home, away, drives, qtr, stadium } = Game.parse(body);
  const plays = Object.values(drives).flatMap((drive) => {
    const parsed = Drive.safeParse(drive);
    return parsed.success ? Object.entries(parsed.data.plays) : [];
  });
  return {
    id,
    home,
    away,
    stadium: stadium ?? null,
    finished: /^final/i.test(String(qtr ?? '')),
    plays: plays.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, play]) => play),
  };
}
