/** The streams of this process for who says one thing and needs nothing else: the first page of help, completion. */
import { openStreams, type Streams } from '../ui/streams';

export const streamsHere = (): Streams => openStreams(process.env, null);
