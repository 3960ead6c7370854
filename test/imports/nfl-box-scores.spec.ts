import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Play } from '#core/football/plays/play.js';
import { foldStatistics } from '#core/football/plays/statistics-fold.js';
import { netPassingYards, type SideStatistics } from '#core/football/plays/statistics.js';
import { meaningOf } from '#core/football/plays/vocabulary.js';
import { type FeedGame, type FeedSide, parseFeed } from '#modules/imports/nfl/nfl-feed.js';
import { eventsOf, type FeedEvent, NFL_FIELD } from '#modules/imports/nfl/nfl-plays.js';

const DATA = resolve(process.env['TOUCHLINE_DATA'] ?? '../shared/data', 'nfl-games');
const found = existsSync(DATA);
if (!found) process.stderr.write(`Skipped: no games in ${DATA}; TOUCHLINE_DATA names their folder\n`);

/** One play of a quarterback who ran, fumbled, recovered and passed: one play, two attempts. No other differs. */
const KNOWN = [
  '2016092500 ARI: ryds 88, official 111; rush C.Palmer yds 0, official 23; rush C.Palmer att 0, official 1',
];

describe.skipIf(!found)('statistics folded from the plays of real games', () => {
  it('equal the official box score, per team and per player', () => {
    const files = readdirSync(DATA).filter((name) => name.endsWith('.gz'));
    const differences: string[] = [];
    for (const file of files) {
      const game = parseFeed(gunzipSync(readFileSync(join(DATA, file))).toString());
      expect(game.finished).toBe(true);
      const numbers = new Numbers(game);
      const [home, away] = numbers.fold();
      for (const [official, folded] of [
        [game.home, home],
        [game.away, away],
      ] as const) {
        const differing = compare(official, folded, numbers);
        if (differing.length > 0) differences.push(`${game.id} ${official.abbr}: ${differing.join('; ')}`);
      }
    }
    expect(differences.filter((difference) => !KNOWN.includes(difference))).toEqual([]);
    expect(differences.length / (2 * files.length)).toBeLessThanOrEqual(0.02);
  });
});

/** Gives clubs and players of a game the numbers that rows would have. */
class Numbers {
  readonly #players = new Map<string, number>();
  readonly #clubs = new Map<number, string>();

  constructor(private readonly game: FeedGame) {
    for (const { players } of game.plays) {
      for (const [id, stats] of Object.entries(players)) this.#clubs.set(this.player(id), stats[0]?.clubcode ?? '');
    }
  }

  player(id: string): number {
    const number = this.#players.get(id) ?? this.#players.size + 1;
    this.#players.set(id, number);
    return number;
  }

  fold(): readonly [SideStatistics, SideStatistics] {
    const team = (club: string | undefined) => [this.game.home.abbr, this.game.away.abbr].indexOf(club ?? '') + 1;
    const lineup = {
      teams: [1, 2] as const,
      teamOf: (player: number) => team(this.#clubs.get(player)) || undefined,
    };
    const plays = this.game.plays.flatMap(eventsOf).map((event, index) => this.#play(event, index, team));
    return foldStatistics(NFL_FIELD, lineup, plays);
  }

  #play(event: FeedEvent, id: number, team: (club: string) => number): Play {
    const { type, result, score, fumble, players, credits, yards, ...same } = event;
    return {
      ...same,
      ...meaningOf({
        type,
        result,
        score,
        fumble,
        hasRunner: players.runner !== undefined,
        hasReceiver: players.receiver !== undefined,
      }),
      id,
      offence: team(event.offence) || null,
      recordedYards: yards,
      players: Object.fromEntries(Object.entries(players).map(([role, player]) => [role, this.player(player)])),
      credits: credits.map((credit) => ({ ...credit, player: this.player(credit.player) })),
    };
  }
}

function compare({ stats }: FeedSide, folded: SideStatistics, numbers: Numbers): string[] {
  const differing: string[] = [];
  const equal = (what: string, ours: number, official: unknown) => {
    if (ours !== official) differing.push(`${what} ${ours}, official ${String(official)}`);
  };
  equal('pyds', netPassingYards(folded.team), stats.team?.pyds);
  equal('ryds', folded.team.rushingYards, stats.team?.ryds);
  equal('first downs', folded.team.firstDowns, stats.team?.totfd);
  for (const [id, line] of Object.entries(stats.passing ?? {})) {
    const own = folded.quarterbacks.get(numbers.player(id));
    equal(`pass ${line.name} yds`, own?.passYards ?? 0, line['yds']);
    equal(`pass ${line.name} cmp`, own?.completions ?? 0, line['cmp']);
    equal(`pass ${line.name} att`, (own?.passes ?? 0) - (own?.sacked ?? 0), line['att']);
    equal(`pass ${line.name} tds`, own?.passTouchdowns ?? 0, line['tds']);
    equal(`pass ${line.name} ints`, own?.interceptions ?? 0, line['ints']);
  }
  for (const [id, line] of Object.entries(stats.rushing ?? {})) {
    const own = folded.offence.get(numbers.player(id));
    equal(`rush ${line.name} yds`, own?.runYards ?? 0, line['yds']);
    equal(`rush ${line.name} att`, own?.runAttempts ?? 0, line['att']);
    equal(`rush ${line.name} tds`, own?.runTouchdowns ?? 0, line['tds']);
  }
  for (const [id, line] of Object.entries(stats.receiving ?? {})) {
    const own = folded.offence.get(numbers.player(id));
    equal(`catch ${line.name} yds`, own?.receivingYards ?? 0, line['yds']);
    equal(`catch ${line.name} rec`, own?.receptions ?? 0, line['rec']);
    equal(`catch ${line.name} tds`, own?.receivingTouchdowns ?? 0, line['tds']);
  }
  for (const [id, line] of Object.entries(stats.defense ?? {})) {
    const own = folded.defence.get(numbers.player(id));
    equal(`defence ${line.name} sk`, own?.sacks ?? 0, line['sk']);
    equal(`defence ${line.name} int`, own?.interceptions ?? 0, line['int']);
  }
  return differing;
}
