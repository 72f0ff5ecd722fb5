/**
 * The version of everything in this folder, with one line per change. The server serves the last two.
 *
 * 1  first version
 */
export const PROTOCOL_VERSION = 1;
export const OLDEST_PROTOCOL_SERVED = 1;

/** Present in every answer of ours: a captive portal's 200 is no answer. */
export const ANSWER_MARK = 'ginkgo/1';

/** At most this many facts in one batch, and this many bytes in one request body. */
export const MAX_BATCH = 100;
export const MAX_BODY_BYTES = 256 * 1024;
