import { type Comments, createComments, type Thread } from '../github/comments';
import { createWeb } from '../web/http';
import { disk } from './disk';

/** What a run of GitHub Actions may do there. */
export const commentsOf = (thread: Thread): Comments => createComments(createWeb(disk.clock), thread);
