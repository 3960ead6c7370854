import type { Topic } from './feed.js';

/** The documented channels, and what their notifications are about. */
export const NOTIFY_CHANNELS: Readonly<Record<string, Topic>> = {
  matchdata_change: 'data',
  match_change: 'data',
  scoreboard_change: 'scoreboard',
  gameclock_change: 'clock',
  playclock_change: 'playclock',
  football_event_change: 'events',
  player_match_change: 'players',
};

/**
 * The match a notification asks to be told anew. Undefined for those of our triggers, whose change is in the journal,
 * and for what cannot be understood.
 */
export function refreshedMatch(payload: string): number | undefined {
  // Every change of every match comes by here: those of the triggers are known without reading them.
  if (payload.includes('"operation"')) return undefined;
  try {
    const { match_id: id } = JSON.parse(payload) as { match_id?: unknown };
    return typeof id === 'number' || (typeof id === 'string' && /^\d+$/.test(id)) ? Number(id) : undefined;
  } catch {
    return undefined;
  }
}
