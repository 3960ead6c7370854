/**
 * Why we close a WebSocket. docs/realtime.md lists them for clients; 44xx are those of graphql-transport-ws.
 */
export const CLOSE = {
  /** The server restarts. Reconnect after a random moment and resume with the last cursor. */
  restart: { code: 1012, reason: 'Service restart: reconnect and resume with your last cursor' },
  /** The client did not read fast enough and passed its bound. Reconnect and resume with the last cursor. */
  slow: { code: 4008, reason: 'Too slow: reconnect and resume with your last cursor' },
  /** The match has become private, and the client is not one who may see it. Reconnecting finds no such path. */
  hidden: { code: 4404, reason: 'Not Found' },
  badMessage: { code: 4400, reason: 'Invalid message' },
  unauthorized: { code: 4401, reason: 'Unauthorized' },
  subprotocol: { code: 4406, reason: 'Subprotocol not acceptable' },
  initTimeout: { code: 4408, reason: 'Connection initialisation timeout' },
  tooManyInits: { code: 4429, reason: 'Too many initialisation requests' },
} as const;
