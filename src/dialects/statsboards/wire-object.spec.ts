import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inside, listOf, WireObject } from './wire-object.js';

interface Team {
  id: number;
  title: string | null;
}

interface Play {
  id: number;
  down: number | null;
  yards: number;
  words: string | null;
  isFumble: boolean | null;
  credits: unknown;
  team: Team | null;
}

interface Game {
  plays: Play[];
  /** The same list in many games. */
  rules: Play[];
  winner: Team | null;
}

interface PlayView {
  event_down: number | null;
  words: string | null;
  is_fumble: boolean | null;
  team: { id: number; team_title: string | null } | null;
  yards: number;
  credits: unknown;
  is_first: boolean | null;
}

const TEAM = new WireObject<{ id: number; team_title: string | null }, Team>(
  { id: 'id', team_title: 'title' },
  { shared: true },
);
const PLAY = new WireObject<PlayView, Play>({
  event_down: 'down',
  words: 'words',
  is_fumble: 'isFumble',
  team: inside(TEAM, ({ team }: Play) => team),
  yards: 'yards',
  credits: 'credits',
  is_first: ({ id }: Play) => (id === 1 ? true : null),
});
const GAME = new WireObject<{ winner: object | null; events: PlayView[]; rules: PlayView[] }, Game>({
  winner: inside(TEAM, ({ winner }: Game) => winner),
  events: listOf(PLAY, ({ plays }: Game) => plays),
  rules: listOf(PLAY, ({ rules }: Game) => rules, { kept: true }),
});

const words = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'é', 'Пас 🏈', '"\\\n', '\ud800')));
const team = fc.record({ id: fc.integer(), title: words });
const game = fc.array(team, { minLength: 1, maxLength: 3 }).chain((teams) => {
  const someTeam = fc.option(fc.constantFrom(...teams));
  const play = fc.record({
    id: fc.integer(),
    down: fc.option(fc.integer()),
    yards: fc.double(),
    words,
    isFumble: fc.option(fc.boolean()),
    credits: fc.option(fc.jsonValue()),
    team: someTeam,
  });
  const plays = fc.array(play, { maxLength: 20 });
  return fc.record({ plays, rules: plays, winner: someTeam });
});

describe('an object of the contract', () => {
  it('has the fields of its row under the contract’s names, in their order', () => {
    const play = {
      id: 1,
      down: 2,
      yards: 0.5,
      words: 'Пас',
      isFumble: null,
      credits: [1],
      team: { id: 7, title: null },
    };
    expect(JSON.stringify(PLAY.view(play))).toBe(
      '{"event_down":2,"words":"Пас","is_fumble":null,"team":{"id":7,"team_title":null},"yards":0.5,"credits":[1],"is_first":true}',
    );
  });

  it('is written byte for byte as its view is', () => {
    fc.assert(
      fc.property(game, (row) => {
        const text = Buffer.from(JSON.stringify(GAME.view(row))).toString();
        expect(GAME.bytes(row).toString()).toBe(text);
        // With what was kept of it.
        expect(GAME.bytes(row).toString()).toBe(text);
      }),
    );
  });
});
