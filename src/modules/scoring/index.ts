// Owns what a scorer does over GraphQL while a match is played: clocks, score and scoreboard, by the match's id.
// Promises that an operation is done whole or not at all, and refused when it was meant for a state that is gone.
// Listens to nothing.
export { ScoringModule } from './scoring.module.js';
export { gameClockOf, GameClockObject, playClockOf, PlayClockObject } from './clock.object.js';
export { ScoreboardObject } from './scoreboard.object.js';
export { scoreboardOf } from './scoreboard.view.js';
