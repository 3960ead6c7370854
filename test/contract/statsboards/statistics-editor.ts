import type { Socket } from 'node:net';
import { type Message, SocketClient } from './socket-client.js';

interface SideStats {
  id: number;
  team_stats: Record<string, number>;
  offense_stats: Record<string, Record<string, number>>;
  qb_stats: Record<string, Record<string, number>>;
  defense_stats: Record<string, Record<string, number>>;
}

export interface Stats {
  match_id: number;
  team_a: SideStats;
  team_b: SideStats;
}

/** A figure that editors set; `away.lost_yards` and `home.run_att` are left to the test. */
export interface Figure {
  side: 'team_a' | 'team_b';
  name: string;
  of(stats: Stats): number;
}

const figure = (side: Figure['side'], name: string): Figure => ({
  side,
  name,
  of: (stats) => stats[side].team_stats[name]!,
});

export const FIGURES: readonly Figure[] = [
  figure('team_a', 'offence_yards'),
  figure('team_a', 'pass_yards'),
  figure('team_b', 'pass_yards'),
  figure('team_b', 'turnovers'),
];

export interface EditedFigure {
  figure: Figure;
  value: number;
  at: number;
}

/** A client as the document describes it: it shows its own edit at once, and whatever the server says when that comes. */
export class Editor {
  client!: SocketClient;
  stats!: Stats;
  /** Answers that refused an edit, and edits sent, on the present connection. */
  syncs = 0;
  sentHere: EditedFigure[] = [];

  constructor(
    private readonly host: string,
    private readonly matchId: number,
  ) {}

  get tcp(): Socket {
    return this.client.tcp;
  }

  async connect(): Promise<void> {
    const client = await SocketClient.statistics(this.host, this.matchId);
    this.client = client;
    this.syncs = 0;
    this.sentHere = [];
    client.listen((message) => {
      // What a socket that was cut had in its buffers is nobody's any more.
      if (this.client === client) this.#hear(message);
    });
    await client.nextOf('full_stats_update');
  }

  /** The network fails: what was on its way may arrive or not. */
  async reconnect(): Promise<void> {
    this.client.socket.terminate();
    await this.connect();
  }

  edit(edited: Figure, value: number, at: number): EditedFigure {
    const edit = { figure: edited, value, at };
    if (this.stats) this.stats[edited.side].team_stats[edited.name] = value;
    this.sentHere.push(edit);
    this.client.send({
      type: 'stats_update',
      match_id: this.matchId,
      stats: { [edited.side]: { team_stats: { [edited.name]: value } } },
      timestamp: new Date(at).toISOString(),
    });
    return edit;
  }

  #hear(message: Message): void {
    this.stats = structuredClone(message['stats']) as Stats;
    if (message.type === 'stats_sync') this.syncs++;
  }
}
