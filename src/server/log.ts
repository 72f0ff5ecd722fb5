import { pino } from 'pino';
import type { Log } from './http/server-parts.ts';

/** The one place that logs: JSON lines on standard error; standard output is for the person who started the server. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (what, message) => logger.info(what, message),
    warn: (what, message) => logger.warn(what, message),
    error: (what, message) => logger.error(what, message),
  };
}
