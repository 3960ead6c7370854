/** What all sockets of one match share, and how it ends. */
export interface OpenRoom<Room> {
  readonly room: Room;
  close(): void;
}

interface Entry<Room> {
  readonly opening: Promise<OpenRoom<Room>>;
  opened?: OpenRoom<Room>;
  users: number;
}

/** Rooms by their match: opened for the first socket, closed after the last. */
export class Rooms<Room> {
  readonly #rooms = new Map<number, Entry<Room>>();

  constructor(private readonly open: (matchId: number) => Promise<OpenRoom<Room>>) {}

  /** Rejects when the room cannot be opened; otherwise `leave` has to follow some time. */
  async enter(matchId: number): Promise<Room> {
    let entry = this.#rooms.get(matchId);
    if (entry === undefined) {
      entry = { opening: this.open(matchId), users: 0 };
      this.#rooms.set(matchId, entry);
    }
    entry.users++;
    try {
      entry.opened = await entry.opening;
      return entry.opened.room;
    } catch (error) {
      this.#leave(matchId, entry);
      throw error;
    }
  }

  leave(matchId: number): void {
    const entry = this.#rooms.get(matchId);
    if (entry !== undefined) this.#leave(matchId, entry);
  }

  /** The room of a match that somebody is in. */
  find(matchId: number): Room | undefined {
    return this.#rooms.get(matchId)?.opened?.room;
  }

  #leave(matchId: number, entry: Entry<Room>): void {
    if (--entry.users > 0) return;
    if (this.#rooms.get(matchId) === entry) this.#rooms.delete(matchId);
    entry.opened?.close();
  }
}
