// Runs the fake upstream until Ctrl-C: npm run fake-upstream -- [--port 9100] [--seed 1] [--as-of 2025-12-27T12:00:00Z]
import { parseArgs } from 'node:util';
import { DEFAULT_WORLD, ENDPOINT_NAMES, FakeUpstream } from './index.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9100' },
    seed: { type: 'string', default: String(DEFAULT_WORLD.seed) },
    'as-of': { type: 'string', default: DEFAULT_WORLD.asOf },
    leagues: { type: 'string', default: String(DEFAULT_WORLD.smallLeagues) },
  },
});
const world = { seed: values.seed, asOf: values['as-of'], smallLeagues: Number(values.leagues), untoldHalvesOneIn: 12 };
const fake = await FakeUpstream.start(world, Number(values.port));
const settings = Object.entries(fake.environment).map(([name, value]) => `${name}=${value}`);
console.log(`The fake upstream listens on ${fake.origin}. Start Touchline with\n  ${settings.join(' ')} npm start`);
console.log(`Calls: GET /calls. Faults: PUT or DELETE /faults/<endpoint or all>, with a body such as {"kind":"html"}.`);
console.log(`Endpoints: ${ENDPOINT_NAMES.join(', ')}.`);
const stop = (): void => void fake.close();
process.once('SIGINT', stop).once('SIGTERM', stop);
