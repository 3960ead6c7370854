import { expect, it } from 'vitest';
import { refreshedMatch } from './notify-channels.js';

it.each([
  ['{"match_id": 123}', 123],
  ['{"match_id": "123", "note": "by hand"}', 123],
  ['{"table": "matchdata", "operation": "UPDATE", "match_id": 123, "data": {}}', undefined],
  ['{"match_id": null}', undefined],
  ['{"match_id": "one"}', undefined],
  ['123', undefined],
  ['null', undefined],
  ['{', undefined],
  ['', undefined],
])('%s asks to tell match %s anew', (payload, matchId) => {
  expect(refreshedMatch(payload)).toBe(matchId);
});
