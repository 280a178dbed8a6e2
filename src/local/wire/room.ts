/** How much of the bodies of requests is held in memory at once: many large ones would end the process. */

/** What one request holds. */
export interface Stay {
  /** False when there is no room for so many bytes more. */
  take(bytes: number): boolean;
  /** Gives back everything that was taken. */
  leave(): void;
}

export function createRoom(mostBytes: number): () => Stay {
  let taken = 0;
  return () => {
    let own = 0;
    return {
      take(bytes) {
        if (taken + bytes > mostBytes) return false;
        taken += bytes;
        own += bytes;
        return true;
      },
      leave() {
        taken -= own;
        own = 0;
      },
    };
  };
}
