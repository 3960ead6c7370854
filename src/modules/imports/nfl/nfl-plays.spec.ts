import { describe, expect, it } from 'vitest';
import { type FeedPlay, parseFeed } from './nfl-feed.js';
import { eventsOf } from './nfl-plays.js';

type Stat = [player: string, club: string, statId: number, yards?: number];

const play = (more: Partial<FeedPlay>, ...stats: Stat[]): FeedPlay => {
  const players: FeedPlay['players'] = {};
  stats.forEach(([player, clubcode, statId, yards = 0], sequence) => {
    (players[player] ??= []).push({ sequence, clubcode, playerName: player, statId, yards });
  });
  const plain = { qtr: 1, down: 1, time: '10:00', yrdln: 'AAA 20', ydstogo: 10, posteam: 'AAA', desc: '', note: null };
  return { ...plain, ...more, players };
};

describe('a play of the feed', () => {
  it('is written on the signed half-field of its offence', () => {
    expect(eventsOf(play({}, ['r', 'AAA', 10, 35]))).toMatchObject([{ from: -20, to: 45, yards: 35, type: 'run' }]);
    expect(eventsOf(play({ yrdln: 'BBB 20' }, ['r', 'AAA', 11, 20]))).toMatchObject([{ from: 20, to: 0, score: 'td' }]);
    expect(eventsOf(play({ yrdln: '50' }, ['r', 'AAA', 10, -1]))).toMatchObject([{ from: 50, to: -49 }]);
  });

  it('that ends behind the own goal line has yards and no position, which would read as a touchdown', () => {
    const [safety] = eventsOf(play({ yrdln: 'AAA 4' }, ['q', 'AAA', 20, -4], ['d', 'BBB', 89]));
    expect(safety).toMatchObject({ from: -4, to: null, yards: -4, result: 'sack', score: 'safety' });
  });

  it('keeps its own yards, and the penalty walked off after it is charged to its team', () => {
    const events = eventsOf(play({ down: 2 }, ['q', 'AAA', 15, 5], ['w', 'AAA', 21, 5], ['d', 'BBB', 93, 15]));
    expect(events).toMatchObject([
      { type: 'pass', result: 'completed', yards: 5, players: { quarterback: 'q', receiver: 'w' } },
      { type: 'flag', offence: 'BBB', down: null, yards: -15, players: { flagged: 'd' } },
    ]);
  });

  it('that a penalty took away is only the penalty', () => {
    const events = eventsOf(play({ desc: 'PENALTY ... No Play.' }, ['l', 'AAA', 93, 10]));
    expect(events).toMatchObject([{ result: 'flag', down: 1, from: -20, to: -10, yards: -10 }]);
  });

  it('of which a touchdown was taken away keeps the yards before the foul', () => {
    const desc = 'for 56 yards, TOUCHDOWN NULLIFIED by Penalty.';
    const events = eventsOf(play({ desc }, ['q', 'AAA', 15, 10], ['w', 'AAA', 21, 10], ['w2', 'AAA', 93, 10]));
    expect(events).toMatchObject([{ result: 'completed', yards: 10, score: null }, { type: 'flag' }]);
  });

  it('shares a sack, and the yards after a lateral', () => {
    const [sack] = eventsOf(play({}, ['q', 'AAA', 20, -7], ['d', 'BBB', 84, -7], ['e', 'BBB', 84, -7]));
    expect(sack?.credits.map(({ player, share }) => [player, share])).toEqual([
      ['d', 0.5],
      ['e', 0.5],
    ]);
    const [lateral] = eventsOf(play({}, ['q', 'AAA', 15, 30], ['w', 'AAA', 21, 20], ['x', 'AAA', 23, 10]));
    expect(lateral?.credits.map(({ player, share, yards }) => [player, share, yards])).toEqual([
      ['w', 1, 20],
      ['x', 0, 10],
    ]);
  });

  it('counts the first downs that were given', () => {
    const [given] = eventsOf(play({}, ['r', 'AAA', 10, 6], ['0', 'AAA', 3], ['0', 'AAA', 5]));
    expect(given?.firstDowns).toBe(2);
  });

  it('is none when nothing was played', () => {
    expect(eventsOf(play({ posteam: '', down: 0, desc: 'END QUARTER 1' }))).toEqual([]);
    expect(eventsOf(play({ down: 0, desc: 'Timeout #1' }, ['0', 'AAA', 68]))).toEqual([]);
  });
});

describe('a file of the feed', () => {
  const side = (abbr: string) => ({ abbr, score: { T: 3 }, stats: {} });
  const file = (body: object) => JSON.stringify({ '2016091101': body, nextupdate: 1 });

  it('has its plays in the order they were made, whatever drive they are listed under', () => {
    const drives = { '1': { plays: { '58': play({ qtr: 2 }), '36': play({}) } }, crntdrv: 1 };
    const game = parseFeed(file({ home: side('AAA'), away: side('BBB'), qtr: 'Final', drives }));
    expect(game).toMatchObject({ id: '2016091101', finished: true, stadium: null });
    expect(game.plays.map(({ qtr }) => qtr)).toEqual([1, 2]);
  });

  it('is refused with a reason when it is something else', () => {
    expect(() => parseFeed('{}')).toThrow('There is no game in this file');
    expect(() => parseFeed('not JSON')).toThrow(SyntaxError);
    expect(() => parseFeed(file({ home: side('AAA') }))).toThrow();
  });
});
