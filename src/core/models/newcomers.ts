import type { GoalObservations, TeamKey } from './goal-observations.js';

/**
 * For each team of `observations.teams` the number of whole seasons since it came into the competition, counted back
 * from `season` through consecutive seasons: 0 for a team that is new in `season`, 1 for one in its second year. -1 for a
 * team that does not take part in `season`, and for one that was there as far back as the observations tell.
 * `roster` adds teams of `season` that have not played in it yet.
 */
export function seasonsSinceArrival(
  observations: GoalObservations,
  season: number,
  roster: readonly TeamKey[] = [],
): Int32Array {
  const teamCount = observations.teams.length;
  const arrival = new Int32Array(teamCount).fill(-1);
  let first = season;
  for (let m = 0; m < observations.season.length; m++) first = Math.min(first, observations.season[m]);
  const span = season - first + 1;
  const present = new Uint8Array(span * teamCount);
  const played = new Uint8Array(span);
  for (let m = 0; m < observations.season.length; m++) {
    const year = observations.season[m] - first;
    if (year >= span) continue;
    played[year] = 1;
    present[year * teamCount + observations.home[m]] = 1;
    present[year * teamCount + observations.away[m]] = 1;
  }
  for (const key of roster) {
    const team = observations.teams.indexOf(key);
    if (team >= 0) present[(span - 1) * teamCount + team] = 1;
  }
  for (let team = 0; team < teamCount; team++) {
    let year = span - 1;
    while (year >= 0 && present[year * teamCount + team] === 1) year--;
    const takesPart = year < span - 1;
    const seenToArrive = year >= 0 && played[year] === 1;
    if (takesPart && seenToArrive) arrival[team] = span - 2 - year;
  }
  return arrival;
}
