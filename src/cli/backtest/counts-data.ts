import type { CountMatch } from '#core/soccer/analysis/count-history.js';
import { perMetric } from '#core/soccer/analysis/metric.js';
import type { MatchRecord, SeasonRecord, Side } from '#core/season/season-record.js';

const MS_PER_DAY = 86_400_000;

/** Finished matches of a season with what was counted in them, by the key of the fixture. */
export function countMatches({ competition, year, matches }: SeasonRecord): [string, CountMatch][] {
  return matches.flatMap((match) => {
    if (match.status !== 'finished' || match.score === null) return [];
    const counts = countsOf(match);
    return [
      [
        match.key,
        {
          day: Math.floor(Date.parse(match.kickoffAt) / MS_PER_DAY),
          season: year,
          competition: competition.code,
          home: match.home,
          away: match.away,
          referee: match.referee,
          counts,
        },
      ],
    ];
  });
}

function countsOf({ score, statLines }: MatchRecord): CountMatch['counts'] {
  const line = (side: Side) => statLines.find((each) => each.side === side && each.period === 'full');
  const [home, away] = [line('home'), line('away')];
  return perMetric((metric) =>
    metric === 'goals' && score !== null ? [score.home, score.away] : [home?.[metric] ?? NaN, away?.[metric] ?? NaN],
  );
}
