/** Injects the `RealtimeOptions` in use. */
export const REALTIME_OPTIONS = Symbol('RealtimeOptions');

export interface RealtimeOptions {
  /** WebSockets of one process; the next upgrade is refused with 503. */
  maxConnections: number;
  /** Bytes of one message from a client. */
  maxMessageBytes: number;
  /** Subscriptions of one connection. */
  maxSubscriptions: number;
  /** Items and bytes waiting for one subscriber before its connection is closed (4008). */
  maxQueueItems: number;
  maxQueueBytes: number;
  /** Whether a page of this origin may open a WebSocket; clients that are no browsers send none. */
  originAllowed: (origin: string | undefined, host: string | undefined) => boolean;
}
