import type { GamePlay, GamePlayer, GameRecord } from '#core/season/game-record.js';
import type { SeasonRecord, Side } from '#core/season/season-record.js';
import { type FeedGame, type FeedSide, parseFeed } from './nfl-feed.js';
import { eventsOf, type FeedEvent, NFL_FIELD } from './nfl-plays.js';

export const NFL_SOURCE = 'nfl';

/** The feed has the day of a game and not its hour: most begin at one o'clock in New York. */
const KICKOFF = 'T18:00:00Z';

/**
 * A game of the feed as a match of its season with players and plays.
 * @throws Error with the reason when the text is no game of the feed.
 */
export function readGame(text: string): GameRecord {
  const feed = parseFeed(text);
  const { id, home, away } = feed;
  const [year, month, day] = [id.slice(0, 4), id.slice(4, 6), id.slice(6, 8)];
  const season: SeasonRecord = {
    source: NFL_SOURCE,
    competition: { code: 'NFL', title: 'NFL', country: 'United States', sport: 'american-football' },
    // A season's last games are played in the next year's first months.
    year: Number(year) - (Number(month) < 6 ? 1 : 0),
    matches: [
      {
        key: id,
        kickoffAt: `${year}-${month}-${day}${KICKOFF}`,
        home: home.abbr,
        away: away.abbr,
        status: feed.finished ? 'finished' : 'scheduled',
        score: feed.finished ? { home: total(home), away: total(away) } : null,
        halfTime: feed.finished ? { home: half(home), away: half(away) } : null,
        week: null,
        venue: feed.stadium,
        referee: null,
        attendance: null,
        statLines: [],
        odds: [],
      },
    ],
  };
  return { season, key: id, fieldLength: NFL_FIELD.length, players: playersOf(feed), plays: playsOf(feed) };
}

const total = ({ score }: FeedSide): number => score['T'] ?? 0;
const half = ({ score }: FeedSide): number => (score['1'] ?? 0) + (score['2'] ?? 0);

function sideOf({ home, away }: FeedGame, club: string): Side | null {
  return club === home.abbr ? 'home' : club === away.abbr ? 'away' : null;
}

/** Everybody who is credited with anything: the feed has no line-ups. */
function playersOf(feed: FeedGame): GamePlayer[] {
  const players = new Map<string, GamePlayer>();
  for (const { players: credited } of feed.plays) {
    for (const [ref, [stat]] of Object.entries(credited)) {
      const side = stat && sideOf(feed, stat.clubcode);
      if (ref === '0' || stat === undefined || !side || players.has(ref)) continue;
      players.set(ref, { ref, side, ...nameOf(stat.playerName) });
    }
  }
  return [...players.values()];
}

/** `J.Flacco` and `Ja.Brown`: what stands before the dot is as much of the first name as is known. */
function nameOf(name: string): Pick<GamePlayer, 'firstName' | 'lastName'> {
  const found = /^([^.\s]+\.)\s*(.+)$/.exec(name);
  return found ? { firstName: found[1]!, lastName: found[2]! } : { firstName: '', lastName: name };
}

function playsOf(feed: FeedGame): GamePlay[] {
  return feed.plays.flatMap(eventsOf).map(({ clock, offence, ...play }: FeedEvent) => ({
    ...play,
    clock: secondsOf(clock),
    offence: sideOf(feed, offence),
  }));
}

/** `14:57`, and `:41` in the last minute. */
function secondsOf(clock: string): number | null {
  const found = /^(\d{0,2}):(\d{2})$/.exec(clock.trim());
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}
