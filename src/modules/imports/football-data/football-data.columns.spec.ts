import { describe, expect, it } from 'vitest';
import { planColumns } from './football-data.columns.js';

const BASE = 'Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR';

function plan(columns: string, base = BASE) {
  const found = planColumns(`${base},${columns}`.split(','));
  if (!found) throw new Error('no plan');
  return found;
}

/** `bookmaker market selection line closing` of every odds column, the line column by its name. */
function odds(columns: string, base = BASE): string[] {
  const { names, odds } = plan(columns, base);
  return odds.map((column) => {
    const line = column.lineColumn < 0 ? column.line : names[column.lineColumn];
    const parts = [names[column.column], '=', column.bookmaker, column.market, column.selection, line];
    return `${parts.filter((part) => part !== null).join(' ')}${column.closing ? ' closing' : ''}`;
  });
}

describe('facts', () => {
  it.each([
    ['Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR'],
    ['Div,Date,HT,AT,HG,AG,Res'],
    ['Div,Date,Home,Away,HG,AG,Res'],
    [' div , DATE ,hometeam,awayteam,fthg,ftag,ftr '],
  ])('%s', (header) => {
    const expected = {
      division: 0,
      date: 1,
      home: 2,
      away: 3,
      homeGoals: 4,
      awayGoals: 5,
      result: 6,
      time: -1,
      halfTimeHome: -1,
    };
    expect(planColumns(header.split(','))).toMatchObject(expected);
  });

  it('prefers the longer name where HT could be a team or half time', () => {
    expect(plan('HT,HTHG,HTAG')).toMatchObject({ home: 2, halfTimeHome: 8, halfTimeAway: 9 });
  });

  it('gives absent columns no index, nameless ones in the file or not', () => {
    expect(plan(',Unnamed__70,')).toMatchObject({ time: -1, season: -1, referee: -1, counts: [], odds: [] });
  });

  it.each(['Date,HomeTeam', 'HomeTeam,AwayTeam,FTHG', 'name,value', ''])('"%s" is not a header', (header) => {
    expect(planColumns(header.split(','))).toBeNull();
  });

  it('reads statistics of one side only', () => {
    expect(plan('HS,HST,AST').counts).toEqual([
      { field: 'shots', home: 7, away: -1 },
      { field: 'shotsOnTarget', home: 8, away: 9 },
    ]);
  });
});

describe('odds', () => {
  it.each([
    [
      'a bookmaker',
      'B365H,B365D,B365A',
      ['B365H = B365 match_winner home', 'B365D = B365 match_winner draw', 'B365A = B365 match_winner away'],
    ],
    ['closing', 'B365CH', ['B365CH = B365 match_winner home closing']],
    ['a bookmaker ending in C', 'VCH,VCCH', ['VCH = VC match_winner home', 'VCCH = VC match_winner home closing']],
    ['Coral', 'CLH,CLCH', ['CLH = CL match_winner home', 'CLCH = CL match_winner home closing']],
    ['Pinnacle, both prefixes', 'PSH,PSCD', ['PSH = PS match_winner home', 'PSCD = PS match_winner draw closing']],
    ['Pinnacle, short prefix', 'PH,PCA', ['PH = PS match_winner home', 'PCA = PS match_winner away closing']],
    [
      'the Betfair family',
      'BFD,BFDD,BFED,BFECD',
      [
        'BFD = BF match_winner draw',
        'BFDD = BFD match_winner draw',
        'BFED = BFE match_winner draw',
        'BFECD = BFE match_winner draw closing',
      ],
    ],
    [
      'a code that starts with a digit',
      '1XBA,1XBCA',
      ['1XBA = 1XB match_winner away', '1XBCA = 1XB match_winner away closing'],
    ],
    ['aggregates', 'MaxH,AvgCH', ['MaxH = MAX match_winner home', 'AvgCH = AVG match_winner home closing']],
    [
      'Betbrain aggregates without their counts',
      'Bb1X2,BbMxH,BbAvD,BbOU,BbAH',
      ['BbMxH = MAX match_winner home', 'BbAvD = AVG match_winner draw'],
    ],
    [
      'totals',
      'B365>2.5,PC<2.5,BbAv>2.5',
      [
        'B365>2.5 = B365 over_under over 2.5',
        'PC<2.5 = PS over_under under 2.5 closing',
        'BbAv>2.5 = AVG over_under over 2.5',
      ],
    ],
    ['handicaps', 'AHh,B365AHH,PAHA', ['B365AHH = B365 asian_handicap home AHh', 'PAHA = PS asian_handicap away AHh']],
    ['closing handicaps', 'AHh,AHCh,B365CAHH', ['B365CAHH = B365 asian_handicap home AHCh closing']],
    [
      'Betbrain handicaps',
      'BbAHh,BbMxAHH,BbAvAHA',
      ['BbMxAHH = MAX asian_handicap home BbAHh', 'BbAvAHA = AVG asian_handicap away BbAHh'],
    ],
    [
      'a handicap of the bookmaker itself',
      'BbAHh,LBAHH,LBAHA,LBAH',
      ['LBAHH = LB asian_handicap home LBAH', 'LBAHA = LB asian_handicap away LBAH'],
    ],
    ['no price without a handicap', 'AHh,PCAHH,PCAHA', []],
    ['the first of two columns for one price', 'PSH,PH', ['PSH = PS match_winner home']],
    [
      'a bookmaker not known yet',
      'NEWH,NEWD,NEWA,NEWCH,NEWCD,NEWCA',
      [
        'NEWH = NEW match_winner home',
        'NEWD = NEW match_winner draw',
        'NEWA = NEW match_winner away',
        'NEWCH = NEW match_winner home closing',
        'NEWCD = NEW match_winner draw closing',
        'NEWCA = NEW match_winner away closing',
      ],
    ],
    ['statistics and leftovers', 'HTHG,HTAG,HTR,HHW,AHW,HBP,ABP,HO,AO,HY,NEWH,Unnamed__70,', []],
  ])('%s', (_, columns, expected) => expect(odds(columns)).toEqual(expected));

  it('takes every price of an all-seasons file as closing, whether or not its name says so', () => {
    const base = 'Country,League,Season,Date,Home,Away,HG,AG,Res';
    expect(odds('PH,AvgA', base)).toEqual([
      'PH = PS match_winner home closing',
      'AvgA = AVG match_winner away closing',
    ]);
    expect(odds('PSCH,AvgCA', base)).toEqual([
      'PSCH = PS match_winner home closing',
      'AvgCA = AVG match_winner away closing',
    ]);
    expect(odds('PSH', 'Country,League,Date,Home,Away')).toEqual(['PSH = PS match_winner home']);
  });
});
