// A stock graphql-ws server of the same schema: what a subscription is without sharing.
import { PubSub } from 'graphql-subscriptions';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { answer, cpu } from './answer.ts';
import { itemOf, type MatchRow } from './item.ts';
import { paced, type Series } from './pace.ts';

const TOPIC = 'match';
const eventEmitter = new EventEmitter().setMaxListeners(0);
const events = new PubSub({ eventEmitter });

answer({
  cpu,
  async listen(): Promise<string> {
    const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.gql'), 'utf8'));
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
    useServer({ schema, roots: { subscription: { matchFeed: () => events.asyncIterableIterator(TOPIC) } } }, server);
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  publish(row: MatchRow, series: Series): Promise<void> {
    return paced(series, (n) => events.publish(TOPIC, { matchFeed: itemOf(row, n) }));
  },
});
